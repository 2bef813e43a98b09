import Forms
import Models

/// What a burst of characters means at the desk.
///
/// Beyond whole scans it knows the beginning of a card: a reader that was pulled away leaves an identity number
/// and a bar or two, and the officer has to hear that, not find it in the field that had the focus.
enum ScanReading {
    /// What is looked up for a scan: what it identifies; for anything else, itself.
    static func searchText(of scan: String) -> String {
        switch recognise(scan) {
        case .identityCard(let raw): String(raw.prefix { $0 != "|" })
        case .dossierCode(let code): code
        case .trackingNumber(let number): number
        case nil: scan
        }
    }

    static func recognise(_ burst: String) -> Scan? {
        if let scan = Scan.recognise(burst) { return scan }
        let text = burst.trimmed
        // A parcel's number with a wrong check digit is one that was read badly: the officer has to hear that.
        if S10.hasShape(text.uppercased()) { return .trackingNumber(text.uppercased()) }
        guard text.utf8.count <= Scan.maximumLength, let bar = text.firstIndex(of: "|") else { return nil }
        let number = text[..<bar]
        guard (9...12).contains(number.count), number.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        return .identityCard(text)
    }
}
