import APIClient
import Forms
import Models
import TUI

/// The intake while one of its forms is being asked: what scans and answers do to it.
actor PlainWork {
    var intake: PlainIntake

    init(_ intake: PlainIntake) {
        self.intake = intake
    }

    func options(_ request: OptionRequest) async -> [Option]? {
        let items = await intake.plain.ask { client throws(APIError) in
            try await client.allOptions(request)
        }
        return items?.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
    }

    /// A card may be scanned at any question, and a command typed.
    func take(_ line: String, _ form: inout FormState) async -> Bool {
        if let command = PlainCommand(line) {
            await run(command, &form)
            return true
        }
        guard case .identityCard = ScanReading.recognise(line) else { return false }
        intake.screen.intake.form = form
        intake.tell(scan: line)
        if let changed = intake.screen.intake.form { form = changed }
        if intake.screen.intake.page == .applicant, let number = intake.screen.intake.identityNumber {
            await lookUp(number, &form)
        }
        return true
    }

    func changed(_ path: FieldPath, _ form: inout FormState, looksUp: Bool) async {
        intake.screen.intake.form = form
        if looksUp, path.field == ApplicantForm.ID.number, let number = intake.screen.intake.identityNumber,
            IdentityNumber.check(number) == nil
        {
            await lookUp(number, &form)
        }
        if path.field == TermsForm.ID.delivery, intake.screen.intake.page == .terms {
            intake.screen.intake.fillDelivery()
            form = intake.screen.intake.terms
        }
        if intake.screen.intake.page == .declaration {
            if let group = intake.screen.intake.relationChanged(path) {
                intake.plain.say(Strings.Declaration.copied(group.text(intake.language)))
            }
            form = intake.screen.intake.declaration ?? form
        }
        intake.screen.saveNow()
        if let problem = intake.screen.saveProblem { intake.plain.say(problem.words) }
    }

    private func lookUp(_ number: String, _ form: inout FormState) async {
        var copy = intake
        await copy.lookUp(number, &form)
        intake = copy
        intake.screen.intake.form = form
    }
}
