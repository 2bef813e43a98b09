import APIClient
import Forms
import Models
import TUI

/// Why the officer sees a dossier or not, and may act on it or not, for `desk --plain`.
struct PlainExplain: Sendable {
    let plain: PlainDesk

    /// Asks for a code, until nothing is typed.
    func run() async {
        plain.say(Strings.Explain.help)
        let prompt = SafeText(Strings.Explain.code.text(plain.language) + ": ")
        while let line = await plain.console.ask(prompt) {
            let text =
                if case .dossierCode(let code) = ScanReading.recognise(line) { code } else { line.trimmed }
            guard !text.isEmpty, text != "!", text != "<" else { return }
            let code = LookupQuery.code(text, unit: plain.desk.dossierUnit) ?? text
            guard
                let permissions = await plain.ask({ client throws(APIError) in
                    try await client.permissions(explaining: code)
                })
            else { return }
            guard let explanation = permissions.explanation else { continue }
            for line in ExplainScreen.lines(explanation) { plain.say(line.words) }
        }
    }
}
