/** An application on what is generated for Cruddur's model: the goldens, used as they would be. */
package com.cruddur;
