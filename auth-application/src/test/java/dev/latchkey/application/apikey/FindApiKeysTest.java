package dev.latchkey.application.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.House;
import dev.latchkey.application.session.Caller;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyId;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.EventKind;
import dev.latchkey.domain.user.User;
import dev.latchkey.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whose keys a caller sees and revokes.
@Tag("C083")
final class FindApiKeysTest {
  private final House house = new House();
  private final User anna = house.registered("anna@x.test");
  private final Caller self = house.caller(anna);
  private final Caller bob = house.caller(house.registered("bob@x.test"));
  private final Caller admin = house.caller(house.admin("root@x.test"));
  private final ApiKey key = made();
  private final FindApiKeys findApiKeys =
      new FindApiKeys(house.users, house.stores.apiKeys(), house.clock);
  private final RevokeApiKey revokeApiKey = new RevokeApiKey(house.stores.apiKeys(), house.clock);

  private ApiKey made() {
    var outcome = house.createApiKey().create(self, new ApiKeyWish("Build", List.of(), null));
    return ((CreateApiKey.Created) outcome).key();
  }

  @Test
  void listsOnesOwnKeysAndAnyonesForAnAdmin() {
    assertThat(findApiKeys.find(self, anna.id()).orElseThrow()).containsExactly(key);
    assertThat(findApiKeys.find(admin, anna.id()).orElseThrow()).containsExactly(key);
    assertThat(findApiKeys.find(bob, bob.user().id()).orElseThrow()).isEmpty();
  }

  @Test
  void tellsNothingOfOthersAndNothingOfNobody() {
    var nobody = new UserId(house.ids.next());

    assertThat(findApiKeys.find(bob, anna.id())).isEmpty();
    assertThat(findApiKeys.find(admin, nobody)).isEmpty();
  }

  @Test
  void revokesOnesOwnKeyOnceAndWritesItDownOnce() {
    for (var i = 0; i < 2; i++) {
      assertThat(revokeApiKey.revoke(self, anna.id(), key.id())).isTrue();
    }

    assertThat(findApiKeys.find(self, anna.id()).orElseThrow()).isEmpty();
    assertThat(revocations())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.actor()).isEqualTo(anna.id());
          assertThat(event.key()).isEqualTo(key.id());
        });
  }

  @Test
  void revokesAnyonesKeyForAnAdmin() {
    assertThat(revokeApiKey.revoke(admin, anna.id(), key.id())).isTrue();

    assertThat(findApiKeys.find(self, anna.id()).orElseThrow()).isEmpty();
    assertThat(revocations())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.actor()).isEqualTo(admin.user().id());
          assertThat(event.user()).isEqualTo(anna.id());
        });
  }

  @Test
  void answersAlikeForAForeignKeyAndForNone() {
    var none = new ApiKeyId(house.ids.next());

    assertThat(revokeApiKey.revoke(bob, anna.id(), key.id())).isFalse();
    assertThat(revokeApiKey.revoke(bob, bob.user().id(), key.id())).isFalse();
    assertThat(revokeApiKey.revoke(bob, bob.user().id(), none)).isFalse();
    assertThat(revokeApiKey.revoke(admin, admin.user().id(), key.id())).isFalse();

    assertThat(findApiKeys.find(self, anna.id()).orElseThrow()).containsExactly(key);
    assertThat(revocations()).isEmpty();
  }

  private List<AuditEvent> revocations() {
    return house.stores.audit().events().stream()
        .filter(event -> event.kind() == EventKind.API_KEY_REVOKED)
        .toList();
  }
}
