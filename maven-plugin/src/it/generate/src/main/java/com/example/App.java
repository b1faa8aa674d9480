package com.example;

import com.example.notes.Note;
import com.example.notes.NotesTable;

/** Uses generated classes, so that the compiler must find them. */
public final class App {
  private App() {}

  /** The name of the table and of an entity's class. */
  public static String describe() {
    return NotesTable.class.getSimpleName() + " holds " + Note.class.getSimpleName();
  }
}
