import Forms
import Models

/// The fields by which a group of a declaration says who somebody is: the head of the household, a child, the
/// person whom an extract is about.
///
/// Forms are data and have no word for it, so a group is known by its shape: one name of a person, and beside it
/// what a card says. The ids of birth date and address end alike in all forms.
struct PersonGroup: Sendable, Equatable {
    let id: String
    let repeats: Bool
    let title: Phrase
    /// It asks for the applicant, whose card fills it by way of page 1.
    let isApplicants: Bool
    private let name: String
    private let number: String?
    private let birth: String?
    private let sex: String?
    private let address: String?

    /// Nil where the group is about no person, or about more than one.
    init?(_ group: FormGroup) {
        let names = group.fields.filter { Self.format($0) == .personName }
        let numbers = group.fields.filter { Self.format($0) == .identityNumber }
        guard let name = names.first, names.count == 1, numbers.count <= 1 else { return nil }
        id = group.id
        title = group.title
        repeats = group.repeats != nil
        isApplicants = group.fields.contains { field in
            field.sources.contains { $0.hasPrefix("card.") || $0.hasPrefix("person.") }
        }
        self.name = name.id
        number = numbers.first?.id
        birth =
            group.fields.first {
                if case .date = $0.kind { $0.id.hasSuffix("ngay_sinh") } else { false }
            }?.id
        sex = group.fields.first(where: Self.isSex)?.id
        address =
            group.fields.first { field in
                guard case .text = field.kind else { return false }
                return Self.addresses.contains { field.id.hasSuffix($0) }
            }?.id
    }

    private static let addresses = ["noi_cu_tru", "noi_thuong_tru", "dia_chi"]

    static func format(_ field: Field) -> TextFormat? {
        if case .text(let rule) = field.kind { rule.format } else { nil }
    }

    private static func isSex(_ field: Field) -> Bool {
        let options: [Option]
        switch field.kind {
        case .radio(let own): options = own
        case .dropdown(.fixed(let own), multiple: false, _): options = own
        default: return false
        }
        return Set(options.map(\.value)) == Set(Sex.allCases.map(\.rawValue))
    }

    /// What of a person this group asks for.
    func values(
        name: String?, number: String?, birth: LocalDate?, sex: Sex?, address: String?
    ) -> [(field: String, value: Answer)] {
        let all: [(String?, String?)] = [
            (self.name, name), (self.number, number), (self.birth, birth?.iso), (self.sex, sex?.rawValue),
            (self.address, address),
        ]
        return all.compactMap { field, text in
            guard let field, let text, !text.isEmpty else { return nil }
            return (field, .text(text))
        }
    }

    /// The place of a field, in this row where the group repeats.
    func path(_ field: String, row: Int?) -> FieldPath {
        repeats ? FieldPath(field, group: id, row: row ?? 0) : FieldPath(field)
    }
}
