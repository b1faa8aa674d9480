package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.ModelFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every keyword is a name wherever names stand. */
class SoftKeywordsTest {
  static List<String> keywords() {
    return IntStream.rangeClosed(KeyplanLexer.NAMESPACE, KeyplanLexer.CONTAINS)
        .mapToObj(KeyplanLexer.VOCABULARY::getLiteralName)
        .map(literal -> literal.replace("'", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void namesEverything(String word) {
    String text =
        """
        namespace com.WORD.WORD
        table WORD { key WORD / WORD index WORD WORD / WORD local index b / WORD ttl WORD tags { WORD: "x" } }
        enum WORD { A, WORD, B }
        struct WORD { WORD : WORD a : list<WORD>? = WORD @WORD WORD : string }
        entity WORD in WORD {
          key "{WORD}" / "A#{WORD:WORD}"
          unique WORD
          index WORD
          WORD "phys" : WORD.WORD
          index a = WORD / (WORD, "x")
          only get, WORD
          a : string = WORD
          WORD : timestamp @WORD
          b : string
        }
        pattern WORD {
          query WORD, WORD
          where WORD = :WORD and WORD and WORD in :WORD and not (WORD contains WORD)
          order WORD desc
          select WORD, WORD.WORD as WORD
          via WORD
        }
        pattern b { update WORD set WORD = WORD + :WORD, WORD add WORD WORD append WORD :WORD remove WORD if WORD }
        pattern c { transact { create a as WORD create WORD as b } where WORD.WORD = b.WORD }
        """
            .replace("WORD", word);
    Outcome<ModelFile> outcome = ModelParser.parse(new SourceFile("soft.keyplan", text));

    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.value().declarations()).hasSize(7).noneMatch(Declaration::isBroken);
  }

  @ParameterizedTest
  @MethodSource("keywords")
  void standsOnOneLineWithItself(String word) {
    String text =
        "entity A in T { key \"x\" index WORD WORD : string index WORD = WORD WORD : WORD WORD : int }"
            .replace("WORD", word);
    Outcome<ModelFile> outcome = ModelParser.parse(new SourceFile("soft.keyplan", text));
    EntityDeclaration entity = (EntityDeclaration) outcome.value().declarations().get(0);

    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(entity.members()).hasSize(6);
    assertThat(entity.members()).filteredOn(AttributeDeclaration.class::isInstance).hasSize(3);
  }

  @Test
  void thereAreSome() {
    assertThat(keywords()).contains("key", "where", "contains").hasSizeGreaterThan(50);
  }
}
