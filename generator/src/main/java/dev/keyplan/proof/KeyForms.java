package dev.keyplan.proof;

import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import java.util.List;
import java.util.Map;

/** The forms that the texts of a key have whatever the values are, as far as types tell. */
public final class KeyForms {
  private KeyForms() {}

  /**
   * Whether one text of the two keys has a form that it never has in the other: what is written
   * tells by its form alone which of the two wrote it. All numbers of a width have one form.
   */
  public static boolean differ(EntityKey left, EntityKey right) {
    for (int i = 0; i < left.parts().size(); i++) {
      if (left.parts().get(i).key().type() == KeyType.STRING
          && Intersection.of(form(left.parts().get(i)), form(right.parts().get(i))).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static KeyLanguage form(EntityKey.Part part) {
    KeyValues values = KeyValues.of(part);
    List<KeyTemplate.Part> forms =
        values.parts().stream()
            .map(p -> p instanceof KeyTemplate.Hole hole ? Ends.form(hole) : p)
            .toList();
    return KeyLanguage.of(new KeyValues(part.key(), forms, values.tail()), Map.of(), Lengths.ANY);
  }
}
