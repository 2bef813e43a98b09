import Forms
import Models

/// Page 5 of the intake: quantities that fees are counted by, exemption, sets, and the way of delivery.
///
/// It is made from the case's fees: a fee by the page asks for the pages of each copy, one by the copy for a
/// number, one by the dossier for nothing.
enum TermsForm {
    enum ID {
        static let channel = "channel"
        static let exemption = "exemption"
        static let sets = "copies"
        static let delivery = "delivery_method"
        static let recipient = "delivery_recipient"
        static let address = "delivery_address"
        static let phone = "delivery_phone"
        static let note = "note"
        /// The quantity field of a fee.
        static func quantity(_ fee: String) -> String { "quantity_" + fee }
    }

    /// How the officer says how much of a fee there is.
    enum Quantity: Equatable {
        /// Once per dossier; nothing is asked.
        case one
        case number
        /// The pages of each copy: the fee has steps within a copy.
        case pages
    }

    static func quantity(of fee: FeeRule) -> Quantity {
        if fee.per == "trang" || fee.tiers?.isEmpty == false { return .pages }
        if fee.per == "hồ sơ" { return .one }
        return .number
    }

    static func definition(fees: [FeeRule]) -> FormDefinition {
        var feeFields = fees.compactMap(quantityField)
        let exemptions = exemptionOptions(fees)
        if !exemptions.isEmpty {
            feeFields.append(
                Field(
                    id: ID.exemption, label: Strings.Terms.exemption,
                    kind: .dropdown(.fixed(exemptions), multiple: false, empty: Strings.Common.empty),
                    help: Strings.Terms.exemptionHelp))
        }
        feeFields.append(
            Field(
                id: ID.sets, label: Strings.Terms.sets, kind: .number(NumberRule(min: 1, max: 99)),
                required: .always, help: Strings.Terms.setsHelp, width: 4, initial: .number(1)))
        feeFields.append(
            Field(
                id: ID.channel, label: Strings.Terms.channel,
                kind: .radio([1, 3].map { Option(value: "\($0)", label: Strings.Dossier.channelName($0)) }),
                required: .always, help: Strings.Terms.channel, initial: .text("1")))
        return FormDefinition(
            id: "desk-terms", version: 1, title: Strings.Intake.pageTerms,
            pages: [
                FormPage(
                    id: "terms", title: Strings.Intake.pageTerms,
                    groups: [
                        FormGroup(id: "fees", title: Strings.Terms.fees, fields: feeFields),
                        deliveryGroup,
                    ])
            ])
    }

    /// Marks fields that the declaration may fill.
    private static let declared = ["declaration"]

    /// The fields of a declaration that count a fee by this unit, by the naming of published forms: a fee by
    /// "bản" is counted by `so_ban` or `so_ban_sao`, one by "phiếu" by `so_phieu`.
    static func countingFields(per unit: String) -> [String] {
        let name = "so_" + TextFold.fold(unit).split(separator: " ").joined(separator: "_")
        return [name, name + "_sao"]
    }

    /// The most copies that one dossier counts.
    static let mostCopies = 200

    /// Reads "3 3 12", "3, 3, 12", "3x2 12" or "3 x 2": the pages of each copy, each 1 … 9999, at most 200 copies.
    static func pages(_ text: String) -> [Int]? {
        var pages: [Int] = []
        for part in joiningFactors(text).split(whereSeparator: { $0 == " " || $0 == "," || $0 == ";" }) {
            let factors = part.split(omittingEmptySubsequences: false) { factorSigns.contains($0) }
                .map { Int($0) }
            guard let first = factors.first, let count = first, (1...9999).contains(count), factors.count <= 2
            else { return nil }
            let copies = factors.count == 2 ? factors[1] : 1
            guard let copies, copies > 0, copies <= mostCopies - pages.count else { return nil }
            pages += Array(repeating: count, count: copies)
        }
        return pages
    }

    private static let factorSigns = "xX*×"

    /// "2 x 3" → "2x3": the blanks around the sign part nothing.
    private static func joiningFactors(_ text: String) -> String {
        var joined = ""
        for character in text {
            if factorSigns.contains(character) {
                while joined.last == " " { joined.removeLast() }
            } else if character == " ", let last = joined.last, factorSigns.contains(last) {
                continue
            }
            joined.append(character)
        }
        return joined
    }

    /// What `pages` reads but for the sum of the copies: no page count and no number of copies is 0.
    static let pagesPattern: String = {
        let copies = "0*([1-9]|[1-9][0-9]|1[0-9][0-9]|200)"
        let item = "0*[1-9][0-9]{0,3}( *[\(factorSigns)] *\(copies))?"
        return "[ ,;]*\(item)([ ,;]+\(item))*[ ,;]*"
    }()

    /// The text that `pages` reads as so many copies of so many pages each.
    static func pagesText(_ copies: [(pages: Int, copies: Int)]) -> String {
        var left = mostCopies
        var parts: [String] = []
        for (pages, wanted) in copies {
            let count = min(wanted, left)
            guard count > 0 else { break }
            left -= count
            parts.append(count == 1 ? "\(pages)" : "\(pages)x\(count)")
        }
        return parts.joined(separator: " ")
    }

    private static func quantityField(_ fee: FeeRule) -> Field? {
        switch quantity(of: fee) {
        case .one: nil
        case .number:
            Field(
                id: ID.quantity(fee.code), label: Strings.Terms.count(fee.per),
                kind: .number(NumberRule(min: 0, max: 9999)), required: .always,
                help: Strings.Terms.quantityHelp(fee.name, Money(dong: fee.amount).display, fee.per),
                width: 6, initial: .number(1), sources: declared)
        case .pages:
            Field(
                id: ID.quantity(fee.code), label: Strings.Terms.pages,
                kind: .text(
                    TextRule(
                        maxLength: 200, pattern: pagesPattern, patternMessage: Strings.Terms.badPages)),
                required: .always, help: Strings.Terms.pagesHelp, width: 30, initial: .text("1"),
                sources: declared)
        }
    }

    private static func exemptionOptions(_ fees: [FeeRule]) -> [Option] {
        var options: [Option] = []
        for exemption in fees.flatMap(\.exemptions)
        where !options.contains(where: { $0.value == exemption.code }) {
            let text = Phrase(vi: exemption.text)
            options.append(
                Option(
                    value: exemption.code, label: Phrase(vi: exemption.name),
                    help: exemption.evidence.map { Strings.Terms.exempted(text, showing: $0) } ?? text))
        }
        return options
    }

    static let deliveryGroup = FormGroup(
        id: "delivery", title: Strings.Terms.delivery,
        fields: [
            Field(
                id: ID.delivery, label: Strings.Terms.delivery,
                kind: .radio([
                    Option(value: DeliveryMethod.desk.rawValue, label: Strings.Terms.atDesk),
                    Option(value: DeliveryMethod.post.rawValue, label: Strings.Terms.byPost),
                    Option(value: DeliveryMethod.online.rawValue, label: Strings.Terms.online),
                ]), required: .always, help: Strings.Terms.delivery,
                initial: .text(DeliveryMethod.desk.rawValue)),
            Field(
                id: ID.recipient, label: Strings.Terms.recipient,
                kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always,
                visibleWhen: byPost, help: Strings.Terms.recipient, width: 40),
            Field(
                id: ID.address, label: Strings.Terms.postAddress, kind: .text(TextRule()),
                required: .always, visibleWhen: byPost, help: Strings.Applicant.addressHelp, width: 60),
            Field(
                id: ID.phone, label: Strings.Terms.postPhone,
                kind: .text(TextRule(maxLength: 20, format: .phone)), required: .always,
                visibleWhen: byPost, help: Strings.Applicant.phoneHelp, width: 16),
            Field(
                id: ID.note, label: Strings.Terms.note, kind: .text(TextRule()),
                help: Strings.Terms.note, width: 60),
        ])

    private static let byPost = ApplicantForm.condition("delivery_method == 'post'")
}
