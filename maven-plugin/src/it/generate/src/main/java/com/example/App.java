package com.example;

import com.example.notes.Note;
import com.example.notes.NoteRepository;
import com.example.notes.NoteState;
import com.example.notes.support.Page;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Uses what is generated, as an application does. */
public final class App {
  private final NoteRepository notes;

  /** Works on the table that the model names. */
  public App(DynamoDbClient client) {
    this.notes = new NoteRepository(client);
  }

  /** Keeps a draft. */
  public Note draft(UUID userId, String title) {
    return notes.keep(Note.builder().userId(userId).title(title));
  }

  /** The titles of a person's latest notes. */
  public List<String> latest(UUID userId) {
    Page<Note> page = notes.notes(userId).page();
    return page.items().stream().map(Note::title).toList();
  }

  /** The titles of a person's drafts. */
  public List<String> drafts(UUID userId) {
    return notes.inState(userId, NoteState.DRAFT).stream().map(Note::title).toList();
  }
}
