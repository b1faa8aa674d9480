package dev.keyplan.emit.java;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.StructDefinition;
import java.util.HashSet;
import java.util.Set;

/** What another package uses of a namespace, so that it has to see its codec. */
final class SharedTypes {
  private final Set<DefinitionName> shared = new HashSet<>();

  SharedTypes(JavaContext context) {
    for (Entity entity : context.input().model().entities()) {
      entity.attributes().forEach(attribute -> share(entity.name(), attribute));
      context.transactionEntities(entity).forEach(member -> share(entity.name(), member.name()));
      if (entity.table().settings().stream().isPresent()) {
        DefinitionName table = entity.table().name();
        share(table, entity.name());
        entity.key().attributes().forEach(attribute -> share(table, attribute));
      }
    }
    context
        .reads()
        .forEach(
            read -> {
              DefinitionName owner = read.entities().get(0).name();
              read.entities().forEach(entity -> share(owner, entity.name()));
              read.selection()
                  .ifPresent(s -> s.components().forEach(attribute -> share(owner, attribute)));
            });
    for (var namespace : context.input().model().namespaces()) {
      for (StructDefinition struct : namespace.structs()) {
        struct.attributes().forEach(attribute -> share(struct.name(), attribute));
      }
    }
  }

  boolean contains(DefinitionName name) {
    return shared.contains(name);
  }

  private void share(DefinitionName user, Attribute attribute) {
    share(user, attribute.type());
  }

  private void share(DefinitionName user, AttributeType type) {
    if (type instanceof CollectionType collection) {
      share(user, collection.element());
    } else if (type instanceof StructType struct) {
      share(user, struct.definition().name());
    } else if (type instanceof EnumType enumeration) {
      share(user, enumeration.definition().name());
    }
  }

  private void share(DefinitionName user, DefinitionName used) {
    if (!user.namespace().equals(used.namespace())) {
      shared.add(used);
    }
  }
}
