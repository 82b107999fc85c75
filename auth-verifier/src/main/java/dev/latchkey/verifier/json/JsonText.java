package dev.latchkey.verifier.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A text that is read as JSON from its beginning to its end (RFC 8259), with nothing forgiven.
final class JsonText {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{4}");

  private static final int MAX_WHOLE = 18;

  private final String text;
  private final int maxDepth;
  private int depth;
  private int at;

  JsonText(String text, int maxDepth) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  Map<String, Object> readDocument() throws NotJson {
    skipSpace();
    var members = readObject();
    skipSpace();
    require(at == text.length(), "something follows");
    return members;
  }

  private Object readValue() throws NotJson {
    return switch (peek()) {
      case '{' -> readObject();
      case '[' -> readList();
      case '"' -> readString();
      case 't' -> readWord("true", true);
      case 'f' -> readWord("false", false);
      case 'n' -> readWord("null", Json.NULL);
      default -> readNumber();
    };
  }

  private Map<String, Object> readObject() throws NotJson {
    var members = new LinkedHashMap<String, Object>();
    enter('{');
    while (hasNext('}', members.isEmpty())) {
      var name = readString();
      skipSpace();
      expect(':');
      skipSpace();
      require(!members.containsKey(name), "a name stands twice");
      members.put(name, readValue());
    }
    return Collections.unmodifiableMap(members);
  }

  private List<Object> readList() throws NotJson {
    var elements = new ArrayList<Object>();
    enter('[');
    while (hasNext(']', elements.isEmpty())) {
      elements.add(readValue());
    }
    return Collections.unmodifiableList(elements);
  }

  private void enter(char bracket) throws NotJson {
    expect(bracket);
    depth++;
    require(depth <= maxDepth, "too deep");
    skipSpace();
  }

  /// Goes over the comma before the next element, or over the closing bracket.
  private boolean hasNext(char closing, boolean isFirst) throws NotJson {
    skipSpace();
    if (peek() == closing) {
      at++;
      depth--;
      return false;
    }
    if (!isFirst) {
      expect(',');
      skipSpace();
    }
    return true;
  }

  private Object readWord(String word, Object value) throws NotJson {
    require(text.startsWith(word, at), "no such word");
    at += word.length();
    return value;
  }

  private Object readNumber() throws NotJson {
    var start = at;
    while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    var number = text.substring(start, at);
    if (isWhole(number)) {
      return Long.valueOf(number);
    }
    require(NUMBER.matcher(number).matches(), "not a value");
    return Double.valueOf(number);
  }

  /// Without a pattern: most numbers of a token are times, and read with each request.
  private static boolean isWhole(String number) {
    for (var i = 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return number.length() == 1
        || (number.length() > 1 && number.length() <= MAX_WHOLE && number.charAt(0) != '0');
  }

  private String readString() throws NotJson {
    var string = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      var character = text.charAt(at++);
      require(character >= ' ', "a control character");
      string.append(character == '\\' ? readEscape() : character);
    }
    at++;
    var read = string.toString();
    require(!hasHalfPair(read), "half a surrogate pair");
    return read;
  }

  private static boolean hasHalfPair(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return HALF_PAIR.matcher(text).find();
      }
    }
    return false;
  }

  private char readEscape() throws NotJson {
    var character = peek();
    at++;
    if (character == 'u') {
      return readUnicode();
    }
    var plain = "\"\\/bfnrt".indexOf(character);
    require(plain >= 0, "not an escape");
    return "\"\\/\b\f\n\r\t".charAt(plain);
  }

  private char readUnicode() throws NotJson {
    var matcher = HEX.matcher(text).region(at, text.length());
    require(matcher.lookingAt(), "not an escape");
    at = matcher.end();
    return (char) Integer.parseInt(matcher.group(), 16);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws NotJson {
    require(at < text.length(), "it ends early");
    return text.charAt(at);
  }

  private void expect(char character) throws NotJson {
    require(peek() == character, "another character");
    at++;
  }

  private static void require(boolean holds, String what) throws NotJson {
    if (!holds) {
      throw new NotJson(what);
    }
  }
}
