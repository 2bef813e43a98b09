/// The four characters on the slip with which a citizen may look the dossier up.
enum LookupCode {
    /// Characters that can't be mistaken for one another when read from paper or over the telephone.
    static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    /// Whether a text has the shape of one, in capitals.
    static func isOne(_ text: String) -> Bool {
        text.count == 4 && text.allSatisfy(alphabet.contains)
    }

    static func make() -> String {
        String((0..<4).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }
}
