/// Why a printer that took a job brings no paper out: the job waits for somebody to see to it.
enum PrinterTrouble: Sendable, Equatable {
    case noPaper, jammed, offline

    /// From what `lpstat -l` says of a printer: the reasons of its state are words of the protocol (RFC 8011) in every
    /// language.
    init?(status text: String) {
        let known: [(String, PrinterTrouble)] = [
            ("media-empty", .noPaper), ("media-needed", .noPaper), ("media-jam", .jammed),
            ("offline-report", .offline), ("connecting-to-device", .offline),
        ]
        guard let found = known.first(where: { text.contains($0.0) }) else { return nil }
        self = found.1
    }
}
