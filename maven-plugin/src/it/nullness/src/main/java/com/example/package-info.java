/** An application that says where null may be. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
