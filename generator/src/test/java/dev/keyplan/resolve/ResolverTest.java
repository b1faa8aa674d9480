package dev.keyplan.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Model;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Parameter;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Table;
import dev.keyplan.model.Throughput;
import dev.keyplan.model.Trait;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.Write;
import dev.keyplan.model.WritePattern;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ResolverTest {
  @Test
  void resolvesTheTable() throws IOException {
    Table table = cruddur().tables().get(0);

    assertThat(table.tableName()).isEqualTo("cruddur-messages");
    assertThat(table.key().attributes()).extracting("name").containsExactly("pk", "sk");
    assertThat(table.billing()).isEqualTo(new Billing.Provisioned(new Throughput(5, 5)));
    assertThat(table.typeAttribute()).contains("_type");
    assertThat(table.indexes())
        .extracting("name", "indexName", "throughput")
        .containsExactly(
            tuple("byGroup", "message-group-sk-index", Optional.of(new Throughput(5, 5))),
            tuple("byId", "message-uuid-index", Optional.of(new Throughput(5, 5))));
    assertThat(table.index("byId").orElseThrow().key().sort()).isEmpty();
  }

  @Test
  void resolvesAttributes() throws IOException {
    Entity message = entity(cruddur(), "Message");

    Attribute id = message.attribute("id").orElseThrow();
    assertThat(id.storedName()).isEqualTo("message_uuid");
    assertThat(id.has(Trait.ID)).isTrue();
    assertThat(id.defaultValue()).contains(new DefaultValue.Random());
    Attribute text = message.attribute("text").orElseThrow();
    assertThat(text.type()).isEqualTo(new AttributeType.StringType(1, OptionalInt.of(1024)));
    assertThat(message.attribute("author").orElseThrow().type().text()).isEqualTo("Author");
    assertThat(message.documentation()).contains("One line of a conversation.");
    assertThat(message.typeValue()).isEqualTo("Message");
  }

  @Test
  void fillsKeysFromTemplates() throws IOException {
    EntityKey key = entity(cruddur(), "Message").key();

    assertThat(key.parts().stream().map(part -> part.filling().text()))
        .containsExactly("\"MSG#{groupId}\"", "\"{createdAt}#{id}\"");
    Filling.FromTemplate sort = (Filling.FromTemplate) key.sort().get(0).filling();
    KeyTemplate.Hole first = (KeyTemplate.Hole) sort.template().parts().get(0);
    assertThat(first.delimiter()).contains((int) '#');
    assertThat(((KeyTemplate.Hole) sort.template().parts().get(2)).delimiter()).isEmpty();
  }

  @Test
  void fillsAnIndexFromStoredAttributesAndThePrimaryKey() throws IOException {
    Entity conversation = entity(cruddur(), "Conversation");

    EntityKey byGroup = conversation.indexes().get(0).key();
    assertThat(byGroup.partition().get(0).isStored()).isTrue();
    assertThat(byGroup.partition().get(0).filling().text()).isEqualTo("groupId");
    assertThat(byGroup.sort().get(0).filling().text()).isEqualTo("\"{lastMessageAt}#{groupId}\"");
    assertThat(entity(cruddur(), "Message").indexes()).hasSize(1);
  }

  @Test
  void resolvesReads() throws IOException {
    ReadPattern messages = (ReadPattern) pattern(cruddur(), "messages");
    assertThat(messages.pageSize()).hasValue(20);
    assertThat(messages.order().orElseThrow().isDescending()).isTrue();
    assertThat(messages.parameters()).extracting(Parameter::name).containsExactly("groupId");

    ReadPattern inbox = (ReadPattern) pattern(cruddur(), "inbox");
    assertThat(inbox.where().get(1).comparator()).isEqualTo(Comparator.GREATER_OR_EQUAL);
    assertThat(inbox.parameters()).extracting(Parameter::name).containsExactly("userId", "since");
    assertThat(inbox.parameters().get(1).type().text()).isEqualTo("timestamp");

    ReadPattern byId = (ReadPattern) pattern(cruddur(), "messageById");
    assertThat(byId.verb()).isEqualTo(ReadPattern.Verb.GET);
  }

  @Test
  void resolvesWrites() throws IOException {
    WritePattern bump = (WritePattern) pattern(cruddur(), "bump");
    assertThat(bump.write().verb()).isEqualTo(Write.Verb.MOVE);
    assertThat(bump.parameters()).extracting(Parameter::name).containsExactly("at", "preview");
    assertThat(bump.write().assignments())
        .allMatch(assignment -> assignment.value() instanceof Operand.OfParameter);

    TransactionPattern start = (TransactionPattern) pattern(cruddur(), "startConversation");
    assertThat(start.members())
        .extracting(TransactionPattern.Member::name)
        .containsExactly("mine", "theirs", "first");
    assertThat(start.ties()).hasSize(2);
    assertThat(start.parameters()).isEmpty();
  }

  private static Model cruddur() throws IOException {
    try (InputStream in = ResolverTest.class.getResourceAsStream("/models/cruddur.keyplan")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Sources sources = new Sources(List.of(new SourceFile("cruddur.keyplan", text)), List.of());
      Compilation compilation = new ModelCompiler().compile(sources);
      assertThat(compilation.diagnostics()).isEmpty();
      return compilation.model();
    }
  }

  private static Entity entity(Model model, String name) {
    return model.entities().stream()
        .filter(entity -> entity.name().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Pattern pattern(Model model, String name) {
    return model.patterns().stream()
        .filter(pattern -> pattern.name().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
