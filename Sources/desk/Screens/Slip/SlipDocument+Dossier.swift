import Forms
import Models

extension SlipDocument {
    /// The slip that goes with a dossier's decision: form 01, 02 or 03.
    ///
    /// Everything stands in the dossier as central answered it; `me` says which desk hands it out. Slips are
    /// Vietnamese papers whatever language the screen has.
    ///
    /// - Parameters:
    ///   - place: the place before the date; nil takes it from the unit's name.
    ///   - reprint: 0 on the first print.
    init(
        dossier: Dossier, me: Me, place: String?, today: LocalDate, reprint: Int = 0
    ) {
        let applicant = dossier.applicant
        let form = dossier.slipForm ?? .appointment
        self.init(
            form: form, authority: dossier.unit.name, desk: Strings.Slip.desk.text(.vi),
            place: place ?? UnitName.place(dossier.unit.name), date: today, code: dossier.code,
            applicantName: applicant.name, request: dossier.procedure.name,
            officerName: dossier.receivedBy.name)
        number = Self.number(dossier)
        lookupCode = dossier.lookupCode
        caseName = dossier.caseName
        identityNumber = applicant.identityNumber
        taxCode = applicant.taxCode
        submitterName = dossier.submitter?.name
        submitterRelation = dossier.submitter?.relation
        address = applicant.address
        phone = applicant.phone
        email = applicant.email
        channel = Strings.Dossier.channelName(dossier.channel).text(.vi)
        // One slip for all that was handed in together.
        let others = (dossier.bundle?.dossiers ?? []).filter { $0.id != dossier.id }
        if let bundle = dossier.bundle, !others.isEmpty {
            request += " " + Strings.Bundle.onSlip(bundle.procedure.name).text(.vi)
            linked = bundle.dossiers.map(BundleLines.slip)
        }
        let handedIn = dossier.documents + others.flatMap(\.documents)
        // What was given back at once is no paper that was handed in, but for copies of it that stay.
        let shown = handedIn.filter { $0.presented == true }
        documents = handedIn.filter {
            $0.presented != true || $0.copies > 0 || $0.digitised != .none
        }
        .map(SlipPaper.init(document:))
        presented = shown.isEmpty ? nil : shown.map { $0.name ?? $0.code }
        sets = dossier.copies
        fees =
            Self.feeLines(dossier.quote)
            + others.filter { $0.total > 0 }.map { "\($0.procedureName): \(Money(dong: $0.total).display)" }
        timeText = Self.timeText(dossier.deadline)
        receivedAt = dossier.acceptedAt ?? dossier.submittedAt
        dueAt = dossier.dueAt
        dueText = dossier.dueAt == nil ? Strings.Slip.noAppointment.text(.vi) : nil
        resultAt = Self.delivery(dossier.delivery)
        registerBook = dossier.registerBook
        registerNumber = dossier.registerNumber
        reasons = dossier.reason.map { [$0] } ?? []
        missing = dossier.missing ?? []
        contact = me.officer.name
        contactPhone = me.phone
        self.reprint = reprint
        training = me.training
    }

    /// "12/BPTNTKQ": the number in the register and the sign of the desk, after the forms' "Số: …/BPTNTKQ".
    static func number(_ dossier: Dossier) -> String { "\(dossier.registerNumber)/BPTNTKQ" }

    static func timeText(_ deadline: DossierDeadline) -> String {
        ServiceTime(amount: deadline.amount, unit: deadline.unit).words.text(.vi)
    }

    private static func delivery(_ delivery: Delivery) -> String {
        switch delivery.method {
        case .desk: Strings.Slip.atDesk.text(.vi)
        case .post: Strings.Slip.byPost(delivery.address ?? "").text(.vi)
        case .online: Strings.Slip.online.text(.vi)
        }
    }

    private static func feeLines(_ quote: FeeQuote) -> [String] {
        var lines = quote.lines.map { line in
            line.quantity > 1
                ? "\(line.name) × \(line.quantity): \(Money(dong: line.amount).display)"
                : "\(line.name): \(Money(dong: line.amount).display)"
        }
        if quote.lines.count > 1 {
            lines.append("\(Strings.Terms.total.text(.vi)): \(Money(dong: quote.total).display)")
        }
        if let exemption = quote.exemption { lines.append("\(exemption.name): \(exemption.text)") }
        return lines
    }
}

extension SlipPaper {
    /// A paper as the dossier lists it, with its digitised state in words.
    init(document: SubmittedDocument) {
        let note: Phrase? =
            switch document.digitised {
            case .none: nil
            case .digitised: Strings.Dossier.digitised
            case .reused: Strings.Dossier.reused
            case .reusedResult: Strings.Dossier.reusedResult
            }
        self.init(
            name: document.name ?? document.code, originals: document.originals, copies: document.copies,
            note: note?.text(.vi))
    }
}

extension ServiceTime {
    /// "trong ngày làm việc", "03 ngày làm việc".
    var words: Phrase {
        switch unit {
        case .sameDay: Strings.Procedure.sameDay
        case .workingDay: Strings.Procedure.workingDays(amount)
        case .workingHour: Strings.Procedure.workingHours(amount)
        case .calendarDay: Strings.Procedure.days(amount)
        }
    }
}
