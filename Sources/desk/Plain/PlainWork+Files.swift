import APIClient
import Forms
import TUI

extension PlainWork {
    /// Sends a file by its path, and says when it is there.
    func attach(_ path: String, _ rule: FileRule) async -> Result<FileAnswer, WordedFailure> {
        var scanned: ScannedFile?
        defer { scanned?.remove() }
        if TextFold.fold(path) == "quet" || TextFold.fold(path) == "scan" {
            switch await PlainScan(plain: intake.plain).run(rule) {
            case .success(let file): scanned = file
            case .failure(let failure): return .failure(failure)
            }
        }
        guard let raw = scanned?.path ?? RawPath(intake.plain.desk.paths.expanding(path)),
            let owner = intake.screen.owner
        else {
            return .failure(WordedFailure(Strings.Files.vanished))
        }
        do throws(TransferError) {
            let answer = try await Uploader(client: owner.client, store: owner.store).upload(
                raw, types: rule.types, limit: rule.maxBytes)
            intake.plain.say(Strings.Files.sent(answer.name))
            return .success(answer)
        } catch {
            return .failure(WordedFailure(error.words))
        }
    }
}
