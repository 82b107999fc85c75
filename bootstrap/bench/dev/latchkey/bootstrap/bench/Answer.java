package dev.latchkey.bootstrap.bench;

/// What the service answered.
record Answer(int status, String body) {

  /// Itself, where it is of this status.
  ///
  /// @throws IllegalStateException where it is not, with the answer
  Answer expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException("not " + expected + " but " + status + ": " + body);
    }
    return this;
  }

  /// Counts it: 503 as shed, this status as done, and no other.
  Call.Outcome count(int expected) {
    return status == 503 ? Call.Outcome.SHED : done(expected);
  }

  private Call.Outcome done(int expected) {
    expect(expected);
    return Call.Outcome.DONE;
  }

  /// A member of the body whose value is text without escapes, such as a token.
  String text(String member) {
    var before = "\"" + member + "\":\"";
    var begin = body.indexOf(before) + before.length();
    if (begin < before.length()) {
      throw new IllegalStateException("no " + member + ": " + body);
    }
    return body.substring(begin, body.indexOf('"', begin));
  }
}
