package com.example;

import com.example.notes.Note;
import com.example.notes.NoteRepository;
import org.jspecify.annotations.Nullable;

/** Uses what is generated. */
public final class App {
  private final NoteRepository notes;

  /** Works on the notes of this repository. */
  public App(NoteRepository notes) {
    this.notes = notes;
  }

  /** The text of a note, if there is one. */
  public @Nullable String text(Note.Key key) {
    return notes.get(key).flatMap(Note::text).orElse(null);
  }
}
