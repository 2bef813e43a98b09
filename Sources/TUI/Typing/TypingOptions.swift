/// How typed keys are composed to Vietnamese.
public struct TypingOptions: Hashable, Sendable {
    public var method: InputMethod
    /// Old by default: public papers are headed CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM (NĐ 30/2020, appendix I),
    /// and names of places are written the same way in them (Hòa Bình, Khánh Hòa).
    public var tones: TonePlacement
    /// Telex: a `w` without a vowel to change is `ư` (`tw` → tư).
    public var loneW: Bool
    /// Keys that lead to no possible syllable come back as they were typed. Without it every mark is set.
    public var checksSpelling: Bool

    public init(
        method: InputMethod = .off, tones: TonePlacement = .old, loneW: Bool = true,
        checksSpelling: Bool = true
    ) {
        self.method = method
        self.tones = tones
        self.loneW = loneW
        self.checksSpelling = checksSpelling
    }

    /// What holds for the input that is being handled. The stage sets it around every event, so that each text
    /// entry of each screen composes alike and no screen has to hand it on.
    @TaskLocal public static var current = TypingOptions()
}
