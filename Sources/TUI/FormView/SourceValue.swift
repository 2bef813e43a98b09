import Forms

/// What a source gave for a field, whatever the officer has made of it since: to be reported to the owner of that
/// source where it is wrong (eForm AF-3).
public struct SourceValue: Hashable, Sendable {
    /// As it stands beside the field: "thẻ", "hồ sơ trước".
    public var source: Phrase
    public var given: Answer

    public init(source: Phrase, given: Answer) {
        self.source = source
        self.given = given
    }
}
