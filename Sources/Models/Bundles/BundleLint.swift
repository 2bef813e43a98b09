import Forms

/// Looks through a bundle for what its author can't have meant: members that there are not, fields that can't stand for
/// one another, papers that the law requires left out.
public struct BundleLint {
    public static let members = 2...10

    private let bundle: Procedure
    private var faults: [BundleFault] = []

    public init(_ bundle: Procedure) {
        self.bundle = bundle
    }

    /// - Parameters:
    ///   - procedure: A procedure in force, by its code.
    ///   - form: A form, by id and version.
    ///   - references: The reference sets that there are; nil where they are not to be looked at.
    public mutating func run(
        procedure: (String) -> Procedure?, form: (String, Int) -> FormDefinition?, references: Set<String>?
    ) -> [BundleFault] {
        let members = bundle.bundle ?? []
        if !bundle.cases.isEmpty || !bundle.fees.isEmpty {
            fault("/cases", "not_empty", "Bộ liên thông không có trường hợp và khoản thu riêng.")
        }
        if !Self.members.contains(members.count) {
            fault("/bundle", "out_of_range", "Bộ liên thông gồm từ 2 đến 10 thủ tục.")
        }
        var parts: [BundlePart] = []
        for (index, member) in members.prefix(Self.members.upperBound).enumerated() {
            let place = "/bundle/\(index)"
            checkPlace(of: member, index, members, at: place)
            guard let part = part(member, procedure, form, at: place) else { continue }
            check(part, after: parts, at: place)
            parts.append(part)
        }
        guard faults.isEmpty else { return faults }
        do throws(ExpressionError) {
            let composed = try BundleComposition(bundle, parts: parts)
            for finding in composed.form.lint(sources: FillSource.known, references: references) {
                fault("/bundle", finding.code, "Tờ khai chung: \(finding.pointer): \(finding.message)")
            }
        } catch {
            fault("/bundle", "bad_expression", error.description)
        }
        return faults
    }

    private mutating func fault(_ pointer: String, _ code: String, _ message: String) {
        faults.append(BundleFault(pointer: pointer, code: code, message: message))
    }

    private mutating func checkPlace(
        of member: BundleMember, _ index: Int, _ members: [BundleMember], at place: String
    ) {
        if index == 0 {
            if member.start != .atOnce {
                fault(place + "/start", "first_waits", "Thủ tục đứng đầu phải làm ngay.")
            }
            if member.prefix != nil {
                fault(place + "/prefix", "not_empty", "Thủ tục đứng đầu không có tiền tố.")
            }
            if !member.same.isEmpty {
                fault(place + "/same", "not_empty", "Thủ tục đứng đầu không lấy nội dung của thủ tục khác.")
            }
        } else {
            let prefix = member.prefix ?? ""
            let isGood =
                (2...10).contains(prefix.utf8.count) && prefix.hasSuffix("_")
                && prefix.utf8.dropLast().allSatisfy { (97...122).contains($0) }
            if !isGood {
                fault(
                    place + "/prefix", "bad_id", "Tiền tố gồm 1 đến 9 chữ thường không dấu và dấu gạch dưới.")
            }
            if members[..<index].contains(where: { $0.prefix == prefix }) {
                fault(place + "/prefix", "duplicate_id", "Trùng tiền tố “\(prefix)”.")
            }
        }
        if members[..<index].contains(where: { $0.procedure == member.procedure }) {
            fault(place + "/procedure", "duplicate_id", "Thủ tục \(member.procedure) đứng hai lần.")
        }
    }

    private mutating func part(
        _ member: BundleMember, _ procedure: (String) -> Procedure?,
        _ form: (String, Int) -> FormDefinition?, at place: String
    ) -> BundlePart? {
        guard let found = procedure(member.procedure), found.bundle == nil else {
            fault(place + "/procedure", "unknown_procedure", "Không có thủ tục \(member.procedure).")
            return nil
        }
        guard let selected = found.cases.first(where: { $0.code == member.caseCode }) else {
            fault(place + "/case", "unknown_case", "Thủ tục này không có trường hợp \(member.caseCode).")
            return nil
        }
        guard let definition = form(selected.formId, selected.formVersion) else {
            fault(place + "/case", "unknown_form", "Không có biểu mẫu \(selected.formId).")
            return nil
        }
        return BundlePart(member: member, procedure: found, selected: selected, form: definition)
    }

    private mutating func check(_ part: BundlePart, after parts: [BundlePart], at place: String) {
        let (member, form) = (part.member, part.form)
        if form.signature {
            fault(place, "needs_signature", "Tờ khai phải ký số không vào bộ liên thông được.")
        }
        for code in member.omitDocuments {
            let document = part.selected.documents.first { $0.code == code }
            if document == nil {
                fault(place + "/omit_documents", "unknown_document", "Không có giấy tờ \(code).")
            } else if document?.required == true {
                fault(place + "/omit_documents", "required", "Giấy tờ \(code) là bắt buộc, không bỏ được.")
            }
        }
        for id in member.omit + member.same.keys.sorted() + member.initial.keys.sorted()
        where form.field(id) == nil {
            fault(place, "unknown_field", "Biểu mẫu \(form.id) không có trường \(id).")
        }
        for id in member.same.keys.sorted() where member.omit.contains(id) || member.initial[id] != nil {
            fault(place + "/same/\(id)", "twice", "Trường \(id) vừa lấy từ nơi khác vừa đặt riêng.")
        }
        for (id, source) in member.same.sorted(by: { $0.key < $1.key }) {
            guard let own = form.field(id) else { continue }
            guard let other = Self.field(source, in: parts) else {
                fault(place + "/same/\(id)", "unknown_field", "Các thủ tục trước không hỏi \(source).")
                continue
            }
            if !own.kind.takes(other.kind) {
                fault(place + "/same/\(id)", "mismatch", "\(source) không thay được cho \(id): khác kiểu.")
            }
        }
        let fees = Set(parts.flatMap(\.selected.fees))
        for fee in part.selected.fees where fees.contains(fee) {
            fault(place, "duplicate_fee", "Khoản thu \(fee) đứng ở hai thủ tục.")
        }
    }

    /// The field that the declaration asks for under an id, among those members.
    private static func field(_ id: String, in parts: [BundlePart]) -> Field? {
        for part in parts {
            for group in part.form.groups where group.repeats == nil {
                for field in group.fields where part.naming.isAsked(field.id) {
                    if part.naming.field(field.id) == id { return field }
                }
            }
        }
        return nil
    }
}
