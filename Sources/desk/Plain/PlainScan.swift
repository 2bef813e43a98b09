import APIClient
import Forms
import TUI

/// Scans paper page by page, for `desk --plain`: on the scanner that is chosen where there are several.
struct PlainScan: Sendable {
    let plain: PlainDesk
    var scanner = PaperScanner()

    /// - Returns: One file of all pages.
    func run(_ rule: FileRule) async -> Result<ScannedFile, WordedFailure> {
        do throws(ScanError) {
            guard let device = await choose(among: try await scanner.devices()) else {
                return .failure(WordedFailure(Strings.Files.scanStopped))
            }
            return .success(try await pages(on: device, rule))
        } catch {
            return .failure(WordedFailure(error.words))
        }
    }

    /// Nil where none is wanted.
    private func choose(among devices: [ScanDevice]) async -> String? {
        guard devices.count > 1 else { return devices.first?.id }
        let items = devices.map { PickItems.Item(value: $0.id, label: SafeText($0.name)) }
        let choice = LineChoice(console: plain.console, language: plain.language)
        let prompt = SafeText(Strings.Files.scannerTitle.text(plain.language))
        guard case .chosen(let id) = await choice.pick(prompt, among: PickItems(items)) else { return nil }
        return id
    }

    /// A field asked line by line takes one file at a time: several pages where they make one.
    private func pages(on device: String, _ rule: FileRule) async throws(ScanError) -> ScannedFile {
        var job = ScanJob(path: FieldPath(""), rule: rule)
        let folder = try ScanJob.folder(plain.desk)
        var wantsMore = true
        while wantsMore {
            plain.say(Strings.Plain.scanning)
            do throws(ScanError) {
                job.add(try await scanner.scan(device, .init(type: job.pageType), into: folder))
            } catch {
                // The pages before it are not lost for it.
                guard !job.pages.isEmpty else { throw error }
                plain.say(error.words)
            }
            guard job.isOneFile else { break }
            wantsMore = await plain.asksYes(Strings.Plain.nextPage(job.pages.count), meant: false) == true
        }
        guard let file = try job.finish(into: folder).first else { throw .nothing }
        return file
    }
}
