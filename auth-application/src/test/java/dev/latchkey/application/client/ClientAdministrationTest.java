package dev.latchkey.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.Violation;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.client.ClientId;
import dev.latchkey.domain.client.ClientSecretId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientAdministrationTest {
  private static final List<String> SCOPES = List.of("users.read", "orders.read");

  private final House house = new House();
  private final Caller customer = house.caller(house.registered("bob@x.test"));
  private final Caller admin = house.caller(house.admin("root@x.test"));
  private final CreateClient createClient =
      new CreateClient(house.clients, house.ids, House.RANDOM, house.clock);
  private final FindClients findClients = new FindClients(house.clients);
  private final ShowClient showClient = new ShowClient(house.clients);
  private final EditClient editClient = new EditClient(house.clients, house.clock);
  private final DeleteClient deleteClient = new DeleteClient(house.clients, house.clock);
  private final AddClientSecret addClientSecret =
      new AddClientSecret(house.clients, house.ids, House.RANDOM, house.clock);
  private final RemoveClientSecret removeClientSecret =
      new RemoveClientSecret(house.clients, house.clock);

  @Test
  void registersAClientWithASecretThatIsToldOnce() {
    var created = created("reports");

    var shown = showClient.show(admin, "reports").orElseThrow();
    assertThat(shown.client()).isEqualTo(created.client());
    assertThat(shown.client().scopes()).hasToString("orders.read users.read");
    assertThat(shown.client().active()).isTrue();
    assertThat(shown.secrets())
        .singleElement()
        .satisfies(secret -> assertThat(secret.digest()).isEqualTo(created.secret().digest()));
    assertThat(findClients.find(admin).orElseThrow()).containsExactly(created.client());
    assertThat(events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.kind().code()).isEqualTo("client.created");
          assertThat(event.actor()).isEqualTo(admin.user().id());
          assertThat(event.detail()).isEqualTo("reports");
        });
  }

  @Test
  void tellsEverythingThatIsWrongWithAClient() {
    var outcome = createClient.create(admin, "Reports", " ", List.of("a b")).orElseThrow();

    assertThat(((ClientCreation.Invalid) outcome).violations())
        .extracting(Violation::field)
        .containsExactly("client_id", "name", "scopes");
    assertThat(house.clients.list()).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void leavesAClientAloneWhoseIdIsAskedForAgain() {
    var created = created("reports");

    var again = createClient.create(admin, "reports", "Other", List.of()).orElseThrow();

    assertThat(again).isInstanceOf(ClientCreation.IdTaken.class);
    assertThat(house.clients.list()).containsExactly(created.client());
  }

  @Test
  void editsWhatIsNamed() {
    var created = created("reports");

    var edited = editClient.edit(admin, "reports", "Bills", null, false);

    var client = ((EditClient.Edited) edited).client();
    assertThat(client.name().value()).isEqualTo("Bills");
    assertThat(client.active()).isFalse();
    assertThat(client.scopes()).isEqualTo(created.client().scopes());
    assertThat(events()).last().extracting(AuditEvent::detail).isEqualTo("reports: name,is_active");
    editClient.edit(admin, "reports", "Bills", List.copyOf(client.scopes().texts()), false);
    assertThat(events()).hasSize(2);
    assertThat(editClient.edit(admin, "reports", "", List.of("\\"), null))
        .isInstanceOf(EditClient.Invalid.class);
    assertThat(editClient.edit(admin, "nobody", "Bills", null, null))
        .isInstanceOf(EditClient.Unknown.class);
  }

  @Test
  void letsOneSecretTakeOverFromAnother() {
    var first = created("reports").secret();
    var second = ((AddClientSecret.Added) addClientSecret.add(admin, "reports"));

    assertThat(addClientSecret.add(admin, "reports")).isEqualTo(AddClientSecret.Refused.TOO_MANY);
    assertThat(addClientSecret.add(admin, "nobody")).isEqualTo(AddClientSecret.Refused.UNKNOWN);
    var old = showClient.show(admin, "reports").orElseThrow().secrets().get(0);
    assertThat(old.digest()).isEqualTo(first.digest());
    assertThat(removeClientSecret.remove(admin, "reports", old.id())).isTrue();
    assertThat(removeClientSecret.remove(admin, "reports", old.id())).isFalse();

    assertThat(showClient.show(admin, "reports").orElseThrow().secrets())
        .containsExactly(second.stored());
    assertThat(events())
        .extracting(event -> event.kind().code())
        .containsExactly("client.created", "client.secret_added", "client.secret_removed");
  }

  @Test
  void removesAClient() {
    created("reports");

    assertThat(deleteClient.delete(admin, "reports")).isTrue();
    assertThat(deleteClient.delete(admin, "reports")).isFalse();

    assertThat(house.clients.list()).isEmpty();
    assertThat(events())
        .last()
        .extracting(event -> event.kind().code())
        .isEqualTo("client.deleted");
  }

  @Test
  @Tag("C115")
  void doesNothingForWhoIsNoAdmin() {
    var created = created("reports");
    var secret = house.clients.secrets(created.client().id());

    assertThat(createClient.create(customer, "other", "Other", SCOPES)).isEmpty();
    assertThat(findClients.find(customer)).isEmpty();
    assertThat(showClient.show(customer, "reports")).isEmpty();
    assertThat(editClient.edit(customer, "reports", "Mine", null, null))
        .isInstanceOf(EditClient.Unknown.class);
    assertThat(addClientSecret.add(customer, "reports")).isEqualTo(AddClientSecret.Refused.UNKNOWN);
    assertThat(removeClientSecret.remove(customer, "reports", secret.get(0).id())).isFalse();
    assertThat(removeClientSecret.remove(admin, "reports", new ClientSecretId(new UUID(1, 2))))
        .isFalse();
    assertThat(deleteClient.delete(customer, "reports")).isFalse();
    assertThat(house.clients.list()).containsExactly(created.client());
    assertThat(house.clients.secrets(new ClientId("reports"))).isEqualTo(secret);
  }

  @Test
  void registersAClientForTheOperatorToo() {
    var provisionClient = new ProvisionClient(house.clients, house.ids, House.RANDOM, house.clock);

    var outcome = provisionClient.provision("reports", "Reports", SCOPES);

    assertThat(outcome).isInstanceOf(ClientCreation.Created.class);
    assertThat(events()).singleElement().extracting(AuditEvent::actor).isNull();
    assertThat(provisionClient.provision("reports", "Reports", SCOPES))
        .isInstanceOf(ClientCreation.IdTaken.class);
  }

  private ClientCreation.Created created(String id) {
    return (ClientCreation.Created) createClient.create(admin, id, "Reports", SCOPES).orElseThrow();
  }

  private List<AuditEvent> events() {
    return Stream.of(house.stores.audit().events())
        .flatMap(List::stream)
        .filter(event -> event.kind().code().startsWith("client."))
        .toList();
  }
}
