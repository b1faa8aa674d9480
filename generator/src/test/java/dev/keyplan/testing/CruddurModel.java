package dev.keyplan.testing;

import static dev.keyplan.testing.ModelParts.SPAN;
import static dev.keyplan.testing.ModelParts.attribute;
import static dev.keyplan.testing.ModelParts.filled;
import static dev.keyplan.testing.ModelParts.id;
import static dev.keyplan.testing.ModelParts.key;
import static dev.keyplan.testing.ModelParts.string;
import static dev.keyplan.testing.ModelParts.timestamp;
import static dev.keyplan.testing.ModelParts.uuid;
import static dev.keyplan.testing.ModelParts.withDefault;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.Precision;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.DefaultValue;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Parameter;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Projection;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import dev.keyplan.model.Throughput;
import dev.keyplan.model.TransactionPattern;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.Write;
import dev.keyplan.model.WritePattern;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The messages of Cruddur, made by hand: two entities in one table, and all kinds of patterns. */
public final class CruddurModel {
  public static final String NAMESPACE = "com.cruddur.messages";

  private static final Throughput FIVE = new Throughput(5, 5);

  private final Attribute groupId = attribute("groupId", uuid());
  private final Attribute createdAt =
      withDefault(
          attribute("createdAt", timestamp(Precision.MILLISECONDS)), new DefaultValue.Now());
  private final Attribute messageId =
      id(withDefault(attribute("id", "message_uuid", uuid()), new DefaultValue.Random()));
  private final Attribute userId = id(attribute("userId", uuid()));
  private final Attribute conversationId = id(attribute("groupId", "message_group_uuid", uuid()));
  private final Attribute lastMessageAt =
      attribute("lastMessageAt", timestamp(Precision.MILLISECONDS));
  private final Attribute preview = attribute("preview", "message", string(0, 1024));

  private final KeySchema primaryKey = key("pk", "sk");
  private final Index byGroup =
      index("byGroup", "message-group-sk-index", key("message_group_uuid", "sk"));
  private final Index byId = index("byId", "message-uuid-index", key("message_uuid"));
  private final Table table =
      new Table(
          name("Messages"),
          "cruddur-messages",
          Optional.empty(),
          primaryKey,
          List.of(byGroup, byId),
          new Billing.Provisioned(FIVE),
          Optional.of("_type"),
          SPAN);
  private final StructDefinition author =
      new StructDefinition(
          name("Author"),
          Optional.empty(),
          List.of(
              attribute("userId", "user_uuid", uuid()),
              attribute("displayName", string(1, 64)),
              attribute("handle", string(1, 32))),
          SPAN);
  private final Entity message = message();
  private final Entity conversation = conversation();

  private CruddurModel() {}

  public static Model model() {
    CruddurModel model = new CruddurModel();
    return new Model(
        List.of(
            new Namespace(
                NAMESPACE,
                Optional.of("Direct messages between Cruddur users."),
                List.of(model.table),
                List.of(model.message, model.conversation),
                List.of(model.author),
                List.of(),
                model.patterns().toList())));
  }

  private Entity message() {
    List<Attribute> attributes =
        List.of(
            groupId,
            createdAt,
            messageId,
            attribute("text", "message", string(1, 1024)),
            attribute("author", new StructType(author)));
    return new Entity(
        name("Message"),
        Optional.of("One line of a conversation."),
        table,
        "Message",
        attributes,
        filled(primaryKey, attributes, "\"MSG#{groupId}\"", "\"{createdAt}#{id}\""),
        List.of(new IndexMembership(byId, filled(byId.key(), attributes, "id"), SPAN)),
        SPAN);
  }

  private Entity conversation() {
    List<Attribute> attributes =
        List.of(
            userId,
            conversationId,
            lastMessageAt,
            preview,
            attribute("with", new StructType(author)));
    String sortKey = "\"{lastMessageAt}#{groupId}\"";
    return new Entity(
        name("Conversation"),
        Optional.of("A conversation as one of its members sees it: a row of the member's inbox."),
        table,
        "Conversation",
        attributes,
        filled(primaryKey, attributes, "\"GRP#{userId}\"", sortKey),
        List.of(
            new IndexMembership(
                byGroup, filled(byGroup.key(), attributes, "groupId", sortKey), SPAN)),
        SPAN);
  }

  private Stream<Pattern> patterns() {
    return Stream.of(
        new ReadPattern(
            name("messages"),
            Optional.of("A. The messages of one conversation, newest first."),
            ReadPattern.Verb.QUERY,
            List.of(message),
            List.of(restriction(groupId, Comparator.EQUAL, "groupId")),
            Optional.of(new ReadPattern.Order(List.of(createdAt), true, SPAN)),
            OptionalInt.empty(),
            OptionalInt.of(20),
            Optional.empty(),
            List.of(parameter("groupId", groupId)),
            SPAN),
        new ReadPattern(
            name("inbox"),
            Optional.of("B. A user's conversations since a time, the latest first."),
            ReadPattern.Verb.QUERY,
            List.of(conversation),
            List.of(
                restriction(userId, Comparator.EQUAL, "userId"),
                restriction(lastMessageAt, Comparator.GREATER_OR_EQUAL, "since")),
            Optional.of(new ReadPattern.Order(List.of(lastMessageAt), true, SPAN)),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of(parameter("userId", userId), parameter("since", lastMessageAt)),
            SPAN),
        startConversation(),
        new WritePattern(
            name("post"),
            Optional.of("D. Adds a message to a conversation."),
            create(message),
            List.of(),
            SPAN),
        new ReadPattern(
            name("membersOf"),
            Optional.of("E. Both inbox rows of a conversation."),
            ReadPattern.Verb.QUERY,
            List.of(conversation),
            List.of(restriction(conversationId, Comparator.EQUAL, "groupId")),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of(parameter("groupId", conversationId)),
            SPAN),
        bump(),
        new ReadPattern(
            name("messageById"),
            Optional.of("One message, by its uuid alone."),
            ReadPattern.Verb.GET,
            List.of(message),
            List.of(restriction(messageId, Comparator.EQUAL, "id")),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of(parameter("id", messageId)),
            SPAN));
  }

  private Pattern startConversation() {
    return new TransactionPattern(
        name("startConversation"),
        Optional.of("C. Starts a conversation: both inbox rows and the first message."),
        List.of(
            new TransactionPattern.Member("mine", create(conversation), SPAN),
            new TransactionPattern.Member("theirs", create(conversation), SPAN),
            new TransactionPattern.Member("first", create(message), SPAN)),
        List.of(
            new TransactionPattern.Tie(
                new MemberAttribute("theirs", conversationId),
                new MemberAttribute("mine", conversationId),
                SPAN),
            new TransactionPattern.Tie(
                new MemberAttribute("first", groupId),
                new MemberAttribute("mine", conversationId),
                SPAN)),
        List.of(),
        SPAN);
  }

  private Pattern bump() {
    Parameter at = parameter("at", lastMessageAt);
    Parameter text = parameter("preview", preview);
    Write move =
        new Write(
            Write.Verb.MOVE,
            conversation,
            List.of(
                new Write.Assignment(lastMessageAt, new Operand.OfParameter(at, SPAN), SPAN),
                new Write.Assignment(preview, new Operand.OfParameter(text, SPAN), SPAN)),
            List.of(),
            Optional.empty(),
            SPAN);
    return new WritePattern(
        name("bump"),
        Optional.of("Moves an inbox row to the top when a message is posted."),
        move,
        List.of(at, text),
        SPAN);
  }

  private static Write create(Entity entity) {
    return new Write(Write.Verb.CREATE, entity, List.of(), List.of(), Optional.empty(), SPAN);
  }

  private static Restriction restriction(
      Attribute attribute, Comparator comparator, String parameter) {
    return new Restriction(
        attribute,
        comparator,
        List.of(new Operand.OfParameter(parameter(parameter, attribute), SPAN)),
        SPAN);
  }

  private static Parameter parameter(String name, Attribute attribute) {
    return new Parameter(name, attribute, SPAN);
  }

  private static Index index(String name, String indexName, KeySchema key) {
    return new Index(
        name,
        indexName,
        Index.Kind.GLOBAL,
        key,
        new Projection.All(),
        Optional.of(FIVE),
        Optional.empty(),
        SPAN);
  }

  private static DefinitionName name(String name) {
    return new DefinitionName(NAMESPACE, name);
  }
}
