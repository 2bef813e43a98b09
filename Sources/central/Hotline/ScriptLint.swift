import Forms
import Models

/// Checks a script before it is published: every place can be filled, every text is there and can be shown.
struct ScriptLint {
    static let longestQuestion = 300
    static let longestAnswer = 4_000
    static let mostItems = 200

    private var faults: [InputFault] = []

    /// - Parameter procedure: As it is in force; nil where the script names none, or one that isn't there.
    static func check(_ script: HotlineScript, procedure: Procedure?) -> [InputFault] {
        var lint = ScriptLint()
        lint.run(script, procedure)
        return lint.faults
    }

    private mutating func run(_ script: HotlineScript, _ procedure: Procedure?) {
        if script.id.isEmpty || script.id.length > 100
            || !script.id.unicodeScalars.allSatisfy(Self.isOfID)
        {
            fault("/id", "invalid_id", "Mã gồm chữ thường không dấu, chữ số, dấu chấm, gạch ngang.")
        }
        if script.version < 1 { fault("/version", "out_of_range", "Số bản từ 1 trở lên.") }
        text(script.title, "/title", 200)
        text(script.source, "/source", 1_000)
        if let code = script.procedure, procedure == nil {
            fault("/procedure", "unknown_procedure", "Không có thủ tục mang mã \(code).")
        }
        guard (1...Self.mostItems).contains(script.items.count) else {
            return fault("/items", "out_of_range", "Từ 1 đến \(Self.mostItems) câu hỏi.")
        }
        var seen: Set<String> = []
        for (index, item) in script.items.enumerated() {
            check(item, "/items/\(index)", procedure, hasProcedure: script.procedure != nil, &seen)
        }
    }

    private mutating func check(
        _ item: HotlineScript.Item, _ place: String, _ procedure: Procedure?, hasProcedure: Bool,
        _ seen: inout Set<String>
    ) {
        if item.code.isEmpty || item.code.length > 60 || !item.code.unicodeScalars.allSatisfy(Self.isOfID) {
            fault(place + "/code", "invalid_id", "Mã gồm chữ thường không dấu, chữ số, dấu gạch.")
        } else if !seen.insert(item.code).inserted {
            fault(place + "/code", "duplicate", "Mã câu hỏi “\(item.code)” đứng hai lần.")
        }
        text(item.question, place + "/question", Self.longestQuestion)
        text(item.answer, place + "/answer", Self.longestAnswer)
        for (index, word) in (item.words ?? []).enumerated() { text(word, place + "/words/\(index)", 100) }
        for name in ScriptPlace.names(in: item.answer) {
            guard let known = ScriptPlace(name) else {
                fault(place + "/answer", "unknown_place", "Không có chỗ trống {\(name)}.")
                continue
            }
            guard known.needsProcedure else { continue }
            guard hasProcedure else {
                fault(place + "/answer", "no_procedure", "{\(name)} cần kịch bản có mã thủ tục.")
                continue
            }
            guard let procedure else { continue }
            if let code = known.caseCode, !procedure.cases.contains(where: { $0.code == code }) {
                fault(place + "/answer", "unknown_case", "Thủ tục không có trường hợp “\(code)”.")
            }
            if case .paper(let code) = known,
                !procedure.cases.contains(where: { $0.documents.contains { $0.code == code } })
            {
                fault(place + "/answer", "unknown_paper", "Thủ tục không có giấy tờ “\(code)”.")
            }
        }
    }

    private static func isOfID(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "0"..."9", ".", "-", "_": true
        default: false
        }
    }

    private mutating func text(_ text: String, _ pointer: String, _ longest: Int) {
        if text.isBlank { return fault(pointer, "required", "Không được để trống.") }
        if text.length > longest { fault(pointer, "too_long", "Nhiều nhất \(longest) ký tự.") }
    }

    private mutating func fault(_ pointer: String, _ code: String, _ message: String) {
        faults.append(InputFault(pointer, code, message))
    }
}
