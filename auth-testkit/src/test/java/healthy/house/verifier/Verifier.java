package healthy.house.verifier;

import java.net.http.HttpClient;
import javax.crypto.SecretKey;

record Verifier(HttpClient client, SecretKey key) {}
