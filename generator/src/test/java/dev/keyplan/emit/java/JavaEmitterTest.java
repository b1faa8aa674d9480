package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.testing.Goldens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JavaEmitterTest {
  private static final EmitOptions CRUDDUR = new EmitOptions("com.cruddur.support", true);

  /** The support classes where they are: the goldens share those that the tests compile anyway. */
  private static final EmitOptions SHARED = new EmitOptions("dev.keyplan.support", true);

  private static final EmitOptions BOTH =
      new EmitOptions("dev.keyplan.support", true, Clients.BOTH);

  private static final List<String> COMPILED =
      List.of(
          "accounts.keyplan",
          "clinic.keyplan",
          "clubs.keyplan",
          "deliveries.keyplan",
          "depot.keyplan",
          "errands.keyplan",
          "fleet.keyplan",
          "library.keyplan",
          "market.keyplan",
          "meters.keyplan",
          "odd-names.keyplan",
          "orders.keyplan",
          "parcels.keyplan",
          "people.keyplan",
          "shelters.keyplan",
          "toolshed.keyplan",
          "tracker.keyplan");

  @Test
  void generatesCruddurAsApproved() {
    Goldens.assertMatches("java/cruddur", GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR));
  }

  @Test
  void generatesSheltersAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("shelters.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/shelters", files);
  }

  @Test
  void generatesTrackerAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("tracker.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/tracker", files);
  }

  @Test
  void generatesTheMarketAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("market.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/market", files);
  }

  @Test
  void generatesParcelsAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("parcels.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/parcels", files);
  }

  @Test
  void generatesDeliveriesAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("deliveries.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/deliveries", files);
  }

  @Test
  void generatesMetersAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("meters.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/meters", files);
  }

  @Test
  void generatesOddNamesAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("odd-names.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/odd-names", files);
  }

  @Test
  void generatesTheToolshedAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("toolshed.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/toolshed", files);
  }

  @Test
  void generatesAccountsAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("accounts.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/accounts", files);
  }

  @Test
  void generatesOrdersAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("orders.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/orders", files);
  }

  @Test
  void generatesTheWarehouseAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("warehouse.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/warehouse", files);
  }

  @Test
  void generatesErrandsAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("errands.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/errands", files);
  }

  @Test
  void generatesPapersAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("papers.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/papers", files);
  }

  @Test
  void generatesVouchersAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("vouchers.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/vouchers", files);
  }

  @Test
  void generatesTheFleetAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("fleet.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/fleet", files);
  }

  @Test
  void generatesFreightAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("freight.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/freight", files);
  }

  @Test
  void generatesTheClinicAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("clinic.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/clinic", files);
  }

  @Test
  void generatesPeopleAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("people.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/people", files);
  }

  @Test
  void generatesTheChatAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("chat.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/chat", files);
  }

  @Test
  void generatesTheTheatreAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("theatre.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/theatre", files);
  }

  @Test
  void generatesTheHarbourAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("harbour.keyplan", BOTH);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/harbour", files);
  }

  /** All at once, since what they share is then compiled once. */
  @Test
  void compilesWithoutWarnings() {
    Map<String, String> files = new TreeMap<>();
    for (String model : COMPILED) {
      files.putAll(GeneratedJava.ofFile(model, SHARED));
    }
    files.putAll(GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR));
    files.putAll(GeneratedJava.ofFile("kennel.keyplan", BOTH));
    files.putAll(GeneratedJava.ofFile("theatre.keyplan", BOTH));
    assertThat(JavaCompilation.problems(files)).isEmpty();
  }

  @Test
  void makesTheSameBytesInEveryLocale() {
    Map<String, String> first = GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR);
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
    try {
      assertThat(GeneratedJava.ofFile("cruddur.keyplan", CRUDDUR)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void generatesTheAgencyAsApproved() {
    Map<String, String> files = GeneratedJava.ofFile("agency.keyplan", SHARED);
    files.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
    Goldens.assertMatches("java/agency", files);
  }
}
