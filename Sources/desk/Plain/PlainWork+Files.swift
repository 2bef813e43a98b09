import APIClient
import Forms
import TUI

extension PlainWork {
    /// Sends a file by its path, and says when it is there.
    func attach(_ path: String, _ rule: FileRule) async -> Result<FileAnswer, WordedFailure> {
        guard let raw = RawPath(path), let owner = intake.screen.owner else {
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
