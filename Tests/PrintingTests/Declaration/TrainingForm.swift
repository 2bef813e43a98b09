import Forms
import Foundation
import Models
import Testing

/// A form of the training data, with answers made up for it.
struct TrainingForm: CustomTestStringConvertible, Sendable {
    let definition: FormDefinition

    var testDescription: String { definition.id }

    /// 23/11/2026
    static let today = LocalDate(epochDay: 20_780)

    /// All of them; a form that cannot be read fails the test.
    static let all: [TrainingForm] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/central/Training/Data/forms").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
        return names.compactMap { name in
            do {
                let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
                return TrainingForm(definition: try StrictJSON.decode(FormDefinition.self, from: bytes))
            } catch {
                Issue.record("\(name): \(error)")
                return nil
            }
        }
    }()

    static func named(_ id: String) throws -> TrainingForm {
        try #require(all.first { $0.definition.id == id })
    }

    /// Every field answered, each differently where its kind allows it; three rows in every table.
    var answers: Answers {
        var maker = AnswerMaker()
        var answers = Answers()
        for group in definition.groups {
            if let repeats = group.repeats {
                answers[group.id] = .rows(
                    (0..<min(max(3, repeats.min), repeats.max)).map { _ in maker.answers(group.fields) })
            } else {
                answers.values.merge(maker.answers(group.fields).values) { $1 }
            }
        }
        return answers
    }

    func paper(
        _ answers: Answers = [:], wrong: [FieldPath: String] = [:], code: String? = nil,
        training: Bool = false
    ) -> DeclarationDocument {
        DeclarationDocument(
            form: definition, answers: answers, wrong: wrong, today: Self.today,
            unit: "UBND phường Hoàn Kiếm", place: "Hoàn Kiếm", date: answers.isEmpty ? nil : Self.today,
            code: code, training: training, names: Self.name)
    }

    static func name(_ set: String, _ code: String) -> String? { "Tên của \(code)" }
}

/// Makes up answers, no two texts alike.
private struct AnswerMaker {
    private var number = 0

    private static let names = ["Nguyễn Thị Ánh", "Trần Văn Bình", "Lê Hoàng Dũng", "Đỗ Quỳnh Hương", "Vũ Ý"]

    mutating func answers(_ fields: [Field]) -> Answers {
        var answers = Answers()
        for field in fields { answers[field.id] = answer(field) }
        return answers
    }

    private mutating func answer(_ field: Field) -> Answer? {
        number += 1
        switch field.kind {
        case .text(let rule): return .text(text(rule))
        case .textArea:
            return .text("Dòng thứ nhất của lời khai số \(number).\nDòng thứ hai, dài hơn một chút.")
        case .radio(let options), .dropdown(.fixed(let options), multiple: false, _):
            return .text(options[number % options.count].value)
        case .checkboxes(let options), .dropdown(.fixed(let options), multiple: true, _):
            return .choices([options[0].value, options[options.count - 1].value])
        case .dropdown(.reference, _, _), .search: return .text("\(100 + number)")
        case .checkbox: return .flag(true)
        case .date: return .text(LocalDate(epochDay: 9_000 + 37 * number).iso)
        case .number(let rule), .spinBox(let rule): return .number((rule.min ?? 0) + number % 7)
        case .money: return .number(1_250_000 + number * 1000)
        case .slider(let rule): return .number(rule.min)
        case .dateRange, .time, .timeRange, .files, .password, .note: return nil
        }
    }

    private func text(_ rule: TextRule) -> String {
        switch rule.format {
        case .identityNumber: "0011850" + String(10_000 + number)
        case .phone: "09123" + String(10_000 + number)
        case .email: "ten.\(number)@vidu.vn"
        case .taxCode: "0100109106"
        case .personName: Self.names[number % Self.names.count]
        case .dossierCode: "H26.1.5-261123-0001"
        case nil:
            if rule.digitsOnly {
                String(1_000_000_000 + number).suffix(rule.fixedLength ?? min(rule.maxLength, 10)).description
            } else {
                String("Lời khai \(number)".prefix(rule.maxLength))
            }
        }
    }
}
