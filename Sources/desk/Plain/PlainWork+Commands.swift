import APIClient
import Forms
import TUI

/// The jobs of the screen's keys, at any question of an intake.
extension PlainWork {
    func run(_ command: PlainCommand, _ form: inout FormState) async {
        intake.screen.intake.form = form
        switch command {
        case .paper: await PlainPaper(plain: intake.plain, screen: intake.screen).offer()
        case .report: await report(form)
        case .again:
            // What was filled in is read back by whoever asked the line.
            if form.perform("form.repeat_last").events.contains(.refused) {
                intake.plain.say(ToolkitStrings.nothingToRepeat)
            }
            intake.screen.intake.form = form
            intake.save()
        case .view(let number): await view(number, form)
        case .download(let number): await download(number, form)
        case .unknown: intake.plain.say(Strings.Plain.unknownCommand)
        }
    }

    // MARK: - Wrong values

    private func report(_ form: FormState) async {
        let plain = intake.plain
        guard let value = form.reportable, let path = form.focus else {
            return plain.say(ToolkitStrings.nothingToReport)
        }
        guard var report = intake.screen.reportScreen(value, at: path, plain.language) else {
            return plain.say(Strings.Report.needsNumber)
        }
        // What the source says is read out first: the questions are only what is right.
        for id in [ReportScreen.Key.field, ReportScreen.Key.source, ReportScreen.Key.given] {
            let label = ReportScreen.definition.field(id)?.label.text(plain.language) ?? id
            plain.console.say(SafeText("\(label): \(report.form.answers.text(id) ?? "")"))
        }
        let asked = LineForm(console: plain.console, language: plain.language)
        guard await asked.fill(&report.form) == .finished else { return }
        let (body, key) = (report.report, report.key)
        let sent = await plain.ask { client throws(APIError) in
            try await client.reportMismatch(body, key: key)
            return true
        }
        if sent == true { plain.say(Strings.Report.sent) }
    }

    // MARK: - Files

    private func file(_ number: Int, _ form: FormState) -> ChosenFile? {
        let files = form.focus.map { form.files(at: $0) } ?? []
        guard !files.isEmpty else {
            intake.plain.say(Strings.Plain.noFiles)
            return nil
        }
        guard files.indices.contains(number - 1) else {
            intake.plain.say(Strings.Plain.fileNumber(files.count))
            return nil
        }
        return files[number - 1]
    }

    private func view(_ number: Int, _ form: FormState) async {
        guard let file = file(number, form) else { return }
        intake.save()
        await PlainFiles.read(
            file, FileViewer(desk: intake.plain.desk, owner: intake.screen.owner), intake.plain)
    }

    private func download(_ number: Int, _ form: FormState) async {
        guard let file = file(number, form) else { return }
        intake.save()
        await PlainFiles.fetch(
            file, FileViewer(desk: intake.plain.desk, owner: intake.screen.owner), intake.plain)
    }
}
