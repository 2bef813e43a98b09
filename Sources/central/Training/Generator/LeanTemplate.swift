import Forms
import Models

/// A dossier's document as JSON with gaps for what each dossier has for itself: filling them costs a hundredth of
/// encoding it.
struct LeanTemplate: Sendable {
    /// What is filled in. The raw value is the place in the list of values.
    enum Gap: Int, CaseIterable, Sendable {
        case id, code, lookupCode, registerNumber
        case name, identity, birthDate, address, phone, tax, representative
        case submitterName, submitterIdentity, submitterPhone

        /// What stands in the model at this place; nothing else on it reads like that.
        var placeholder: String {
            switch self {
            case .registerNumber: String(Self.number)
            case .birthDate: Self.day.iso
            default: "@\(Character(Unicode.Scalar(UInt8(97 + rawValue))))@"
            }
        }

        static let number = 900_000_001
        static let day = LocalDate(iso: "1801-01-01") ?? LocalDate(epochDay: 0)
    }

    private var literals: [[UInt8]] = []
    private var gaps: [Gap] = []

    init(_ model: Dossier) throws {
        let bytes = try StrictJSON.encode(model)
        let marks = Gap.allCases.map { ($0, Array($0.placeholder.utf8)) }
        let heads = Set(marks.compactMap(\.1.first))
        var (literal, position): ([UInt8], Int) = ([], 0)
        while position < bytes.count {
            let rest = bytes[position...]
            if heads.contains(bytes[position]),
                let (gap, mark) = marks.first(where: { rest.starts(with: $0.1) })
            {
                literals.append(literal)
                gaps.append(gap)
                literal = []
                position += mark.count
            } else {
                literal.append(bytes[position])
                position += 1
            }
        }
        literals.append(literal)
    }

    /// - Parameter values: By the gaps' raw values. They must be such as JSON needs not escape.
    func fill(_ values: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(literals.reduce(0) { $0 + $1.count } + 200)
        for (index, gap) in gaps.enumerated() {
            bytes += literals[index]
            bytes += values[gap.rawValue].utf8
        }
        return bytes + literals[gaps.count]
    }
}
