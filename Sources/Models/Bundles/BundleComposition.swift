import Forms

/// A bundle ("liên thông") made one: a procedure of one case, with the papers and fees of all its members and one
/// declaration in which what is the same is filled once; and the way back, from one intake to one for each member.
///
/// A pure function of what its members are in force as, so desk, fees and checks need no other rules for a bundle.
public struct BundleComposition: Hashable, Sendable {
    /// The only case that a bundle has.
    public static let caseCode = "lien_thong"

    /// With its case, fees and the names and times of its members.
    public let procedure: Procedure
    /// The pages of the members' forms after one another. Its version rises with each of theirs.
    public let form: FormDefinition
    /// In the bundle's order; the first leads.
    public let parts: [BundlePart]

    /// - Throws: Where a condition can't be carried over; `faults` finds that before anything is published.
    public init(_ bundle: Procedure, parts: [BundlePart]) throws(ExpressionError) {
        self.parts = parts
        form = try Self.form(bundle, parts)
        var composed = bundle
        composed.bundle = parts.map { part in
            var member = part.member
            member.name = part.procedure.name
            member.time = part.selected.time
            return member
        }
        composed.fees = parts.flatMap { part in
            part.procedure.fees.filter { part.selected.fees.contains($0.code) }
        }
        composed.cases = [Self.selected(bundle, parts, form)]
        procedure = composed
    }

    private static func selected(_ bundle: Procedure, _ parts: [BundlePart], _ form: FormDefinition)
        -> ProcedureCase
    {
        ProcedureCase(
            code: caseCode, name: "Liên thông \(parts.count) thủ tục", formId: form.id,
            formVersion: form.version,
            time: parts.first?.selected.time ?? .init(amount: 1, unit: .workingDay),
            documents: parts.flatMap { documents(of: $0, form) }, fees: parts.flatMap(\.selected.fees),
            online: parts.allSatisfy(\.selected.online))
    }

    private static func documents(of part: BundlePart, _ form: FormDefinition) -> [DocumentRequirement] {
        part.selected.documents.filter { !part.member.omitDocuments.contains($0.code) }.map { document in
            var document = document
            // The declaration that is filled on the screen is all of theirs.
            if document.template == part.form.id { document.template = form.id }
            document.code = part.naming.document(document.code)
            return document
        }
    }

    private static func form(_ bundle: Procedure, _ parts: [BundlePart]) throws(ExpressionError)
        -> FormDefinition
    {
        var pages: [FormPage] = []
        var rules: [FormRule] = []
        for part in parts {
            var own = try part.naming.pages(of: part.form)
            // Which of them it is stands at the first box of each page.
            for page in own.indices where part.member.prefix != nil {
                let title = own[page].groups[0].title
                own[page].groups[0].title = Phrase(
                    vi: part.procedure.name + ": " + title.vi,
                    en: part.procedure.name + ": " + title.text(.en))
            }
            pages += own
            rules += try part.naming.rules(of: part.form)
        }
        // What one of them can't do without, the entry that stands for it can't either.
        let needed = Set(
            parts.flatMap { part in
                part.member.same.filter { part.form.field($0.key)?.required == .always }.map(\.value)
            })
        for page in pages.indices {
            for group in pages[page].groups.indices where pages[page].groups[group].repeats == nil {
                for field in pages[page].groups[group].fields.indices
                where needed.contains(pages[page].groups[group].fields[field].id) {
                    pages[page].groups[group].fields[field].required = .always
                }
            }
        }
        return FormDefinition(
            id: bundle.code, version: parts.reduce(bundle.version) { $0 + $1.form.version - 1 },
            title: Phrase(bundle.name), pages: pages, rules: rules)
    }

    // MARK: The way back

    /// The intake of one member, out of the one for all.
    public func intake(of index: Int, from whole: DossierIntake) -> DossierIntake {
        let part = parts[index]
        var intake = whole
        intake.procedure = part.procedure.code
        intake.caseCode = part.selected.code
        intake.formId = part.form.id
        intake.formVersion = part.form.version
        intake.answers = answers(of: index, from: whole.answers)
        intake.documents = documents(of: index, from: whole.documents)
        intake.quantities = whole.quantities.filter { part.selected.fees.contains($0.key) }
        let known = part.procedure.fees.filter { part.selected.fees.contains($0.code) }.flatMap(\.exemptions)
        if !known.contains(where: { $0.code == whole.exemption }) { intake.exemption = nil }
        if index > 0 { intake.previous = nil }
        intake.signature = nil
        return intake
    }

    private func answers(of index: Int, from whole: Answers) -> Answers {
        let (form, naming) = (parts[index].form, parts[index].naming)
        var answers = Answers()
        for group in form.groups {
            guard group.repeats != nil else {
                for field in group.fields {
                    guard let source = naming.field(field.id), let answer = whole[source] else { continue }
                    answers[field.id] = answer
                }
                continue
            }
            guard case .rows(let rows)? = whole[naming.group(group.id)] else { continue }
            answers[group.id] = .rows(
                rows.map { row in
                    var own = Answers()
                    for field in group.fields { own[field.id] = row[naming.group(field.id)] }
                    return own
                })
        }
        return answers
    }

    /// What is in no member's list lies with the first dossier.
    private func documents(of index: Int, from whole: [SubmittedDocument]) -> [SubmittedDocument] {
        whole.compactMap { document in
            guard let owner = owner(of: document.code) else { return index == 0 ? document : nil }
            guard owner.index == index else { return nil }
            var own = document
            own.code = owner.requirement.code
            // On the one slip papers of several procedures stand beside each other.
            own.name = document.name ?? owner.requirement.name
            return own
        }
    }

    private func owner(of code: String) -> (index: Int, requirement: DocumentRequirement)? {
        for (index, part) in parts.enumerated() {
            let own = part.selected.documents.first { part.naming.document($0.code) == code }
            if let own { return (index, own) }
        }
        return nil
    }

    /// Where an error in a member's answers stands in the declaration; nil where it asks for nothing there.
    public func path(_ path: FieldPath, of index: Int) -> FieldPath? {
        let naming = parts[index].naming
        guard let group = path.group else {
            if parts[index].form.groups.contains(where: { $0.id == path.field && $0.repeats != nil }) {
                return FieldPath(naming.group(path.field))
            }
            return naming.field(path.field).map { FieldPath($0) }
        }
        return FieldPath(naming.group(path.field), group: naming.group(group), row: path.row)
    }
}

extension BundleComposition {
    /// The member that a place in the body of the whole intake is about; nil where it is about all of them.
    ///
    /// - Parameter documents: The codes of the papers in that body, in its order.
    public func owner(of pointer: String, documents: [String]) -> Int? {
        let keys = pointer.split(separator: "/").map(String.init)
        guard keys.count > 1 else { return nil }
        switch keys[0] {
        case "answers":
            return parts.firstIndex { part in
                part.form.groups.contains { group in
                    group.repeats == nil
                        ? group.fields.contains {
                            part.naming.isAsked($0.id) && part.naming.field($0.id) == keys[1]
                        } : part.naming.group(group.id) == keys[1]
                }
            }
        case "documents":
            return Int(keys[1]).flatMap { documents.indices.contains($0) ? documents[$0] : nil }
                .flatMap { owner(of: $0)?.index }
        case "quantities": return parts.firstIndex { $0.selected.fees.contains(keys[1]) }
        default: return nil
        }
    }
}

extension BundleComposition {
    /// The member whose form has a rule: it may speak of an entry that another one asks for. Nil for what is no rule's.
    public func owner(ofRule code: String) -> Int? {
        parts.firstIndex { part in part.form.rules.contains { part.naming.group($0.id) == code } }
    }

    /// The member whose paper is named in a sentence.
    public func owner(ofPaper sentence: String) -> Int? {
        parts.firstIndex { part in
            part.selected.documents.contains { sentence.hasSuffix(": \($0.name).") }
        }
    }
}
