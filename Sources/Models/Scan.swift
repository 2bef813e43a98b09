import Forms

/// What a scanner read, told by its shape alone, so that it works whatever field has the focus.
public enum Scan: Hashable, Sendable {
    /// The text of an identity card's QR, for `IdentityCard.parse`; it may still be broken.
    case identityCard(String)
    case dossierCode(String)
    case trackingNumber(String)

    /// The longest burst that can be a scan; card texts stay far below.
    public static let maximumLength = 4000

    /// Recognises a burst of text; nil for what is only typed or pasted.
    ///
    /// Six bars and more make a card, even a broken one, so that the officer hears what is wrong with it. A
    /// slip's QR holds a look-up address whose `MHS` is the dossier code.
    public static func recognise(_ burst: String) -> Scan? {
        guard burst.utf8.count <= maximumLength else { return nil }
        let text = burst.trimmed
        if text.utf8.count(where: { $0 == UInt8(ascii: "|") }) >= 6 { return .identityCard(text) }
        let code = text.uppercased()
        if DossierCode.parse(code) != nil { return .dossierCode(code) }
        if S10.isValid(code) { return .trackingNumber(code) }
        if code.hasPrefix("HTTP"), let query = code.split(separator: "?").last {
            for pair in query.split(separator: "&") where pair.hasPrefix("MHS=") {
                let value = String(pair.dropFirst(4))
                if DossierCode.parse(value) != nil { return .dossierCode(value) }
            }
        }
        return nil
    }
}
