/// The four characters on the slip with which a citizen may look the dossier up.
enum LookupCode {
    /// Characters that can't be mistaken for one another when read from paper or over the telephone.
    static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    static func make() -> String {
        String((0..<4).map { _ in alphabet[Int.random(in: alphabet.indices)] })
    }
}
