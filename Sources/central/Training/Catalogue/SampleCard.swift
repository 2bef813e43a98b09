import Forms

/// An invented identity card for training and tests: what stands on it, and its QR text in both layouts.
struct SampleCard: Codable, Hashable, Sendable {
    var code: String
    var note: String
    var name: String
    var identityNumber: String
    var birthDate: LocalDate
    var sex: Sex
    /// As it should read once it is tidied up.
    var residence: String
    var issuedOn: LocalDate
    /// Whether the person is in the training register.
    var registered: Bool
    var oldNumber: String?
    var phone: String?
    /// The QR of the card of 2021: seven fields.
    var seven: String
    /// The QR of the card of 2024: the same seven, and four that nothing reads.
    var eleven: String
}
