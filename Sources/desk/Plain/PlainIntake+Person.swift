import APIClient
import Forms
import Models
import TUI

/// Page 1: whose dossier it is.
extension PlainIntake {
    mutating func askApplicant() async -> Step {
        if let number = screen.intake.identityNumber, screen.intake.known?.number != number {
            var form = screen.intake.applicant
            await lookUp(number, &form)
            screen.intake.applicant = form
        }
        let step = await fill(.applicant, looksUp: true)
        for words in screen.intake.doubts {
            plain.console.say(SafeText("▲ " + words.text(language)))
        }
        return step
    }

    /// Asks the server who has this number, says what it knows, and fills it in where that is wanted.
    mutating func lookUp(_ number: String, _ form: inout FormState) async {
        let answer = await desk.ask { client throws(APIError) in
            try await client.lookupPerson(identityNumber: number, purpose: "intake")
        }
        switch answer {
        case .failure(let error): plain.say(Strings.Applicant.lookupFailed(error.words.text(language)))
        case .success(let found):
            let known = KnownPerson(number: number, lookup: found)
            screen.intake.known = known
            screen.intake.applicant = form
            let closed = known.dossiers.filter { !$0.open }
            if let latest = closed.first {
                plain.say(
                    Strings.Applicant.earlier(
                        closed.count, latest.day?.display, latest.procedureName, latest.statusName))
            }
            for (number, open) in known.open.prefix(3).enumerated() {
                // How many there are is said once.
                guard number > 0 else {
                    plain.say(Strings.Applicant.open(known.open.count, open.code, open.procedureName))
                    continue
                }
                plain.console.say(SafeText("\(open.code), \(open.procedureName)"))
            }
            let offers = screen.intake.offers
            guard !offers.isEmpty else { return }
            let labels = offers.map { screen.offer($0.field, $0.value, language) }
            guard
                await plain.asksYes(Strings.Plain.fillKnown(labels.joined(separator: ", ")), meant: true)
                    == true
            else { return }
            guard screen.intake.fillKnown() else { return }
            form = screen.intake.applicant
            plain.say(Strings.Plain.filledKnown)
        }
    }

    /// Takes a scanned card in, or says what is wrong with it.
    mutating func tell(scan: String) {
        guard case .identityCard(let raw) = ScanReading.recognise(scan) else { return }
        do {
            let card = try IdentityCard.parse(raw)
            switch screen.intake.take(card) {
            case .filled(let name): plain.say(Strings.Applicant.scanned(name))
            case .placed(let name, let group):
                screen.intake.otherCard = nil
                plain.say(Strings.Applicant.placed(name, group.text(language)))
            case .differs(let name):
                screen.intake.otherCard = nil
                plain.say(Strings.Plain.otherCard(name))
            }
        } catch {
            plain.console.say(SafeText("\(error.message.text(language)) \(error.hint.text(language))"))
        }
    }
}
