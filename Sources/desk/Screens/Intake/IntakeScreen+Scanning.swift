import APIClient
import Forms
import TUI

/// Paper for a file field: on which scanner, page by page, until the officer says that it is all.
extension IntakeScreen {
    /// The same key stops the page that is being scanned; the pages before it stay.
    mutating func startOrStopScan(at path: FieldPath, _ context: ScreenContext) -> [Effect<Message>] {
        guard !isScanning else {
            isScanning = false
            let stopped: [Effect<Message>] = [
                .cancel(id: "scan"), .toast(SafeText(Strings.Files.scanStopped.text(context.language))),
            ]
            return stopped + askForNextPage(context)
        }
        let field = intake.declaration?.definition.field(path.field, group: path.group)
        guard case .files(let rule)? = field?.kind else { return [.bell] }
        scanJob = ScanJob(path: path, rule: rule)
        if let scanDevice { return [scanPage(on: scanDevice)] }
        isScanning = true
        let scanner = scanner
        return [
            .clearToasts(),
            .run(id: "scan") {
                do throws(ScanError) {
                    return .scanners(.success(try await scanner.devices()))
                } catch {
                    return .scanners(.failure(error))
                }
            },
        ]
    }

    mutating func foundScanners(
        _ result: Result<[ScanDevice], ScanError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        isScanning = false
        switch result {
        case .failure(let error): return scanFailed(error, context)
        case .success(let devices):
            // With one there is nothing to choose; it is looked for anew each time.
            if devices.count == 1 { return [scanPage(on: devices[0].id)] }
            ask(.scanner(devices), context)
            return []
        }
    }

    mutating func choose(_ device: ScanDevice) -> [Effect<Message>] {
        scanDevice = device.id
        return [scanPage(on: device.id)]
    }

    mutating func scanPage(on device: String) -> Effect<Message> {
        guard let job = scanJob else { return .bell }
        isScanning = true
        lastScanner = device
        let (scanner, desk) = (scanner, desk)
        let settings = PaperScanner.Settings(type: job.pageType)
        return .run(id: "scan") {
            do throws(ScanError) {
                let page = try await scanner.scan(
                    device, settings, into: try ScanJob.folder(desk))
                // Nobody takes the page any more.
                if Task.isCancelled { page.remove() }
                return .scanned(.success(page))
            } catch {
                return .scanned(.failure(error))
            }
        }
    }

    mutating func scanned(
        _ result: Result<ScannedFile, ScanError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        isScanning = false
        switch result {
        case .success(let page):
            guard scanJob != nil else {
                page.remove()
                return []
            }
            scanJob?.add(page)
            return scanJob?.takesMore == true ? askForNextPage(context) : finishScan()
        case .failure(let error): return scanFailed(error, context)
        }
    }

    /// Asks whether another page follows; ends where there is none yet.
    private mutating func askForNextPage(_ context: ScreenContext) -> [Effect<Message>] {
        guard let job = scanJob, !job.pages.isEmpty else {
            scanJob = nil
            return []
        }
        ask(.nextPage, context)
        return []
    }

    /// Takes the last page out, and asks again where others are left.
    mutating func dropPage(_ context: ScreenContext) -> [Effect<Message>] {
        scanJob?.dropLast()
        return askForNextPage(context)
    }

    /// All pages are there.
    mutating func finishScan() -> [Effect<Message>] {
        guard let job = scanJob else { return [] }
        scanJob = nil
        let desk = desk
        return [
            .run(id: "scan-finish") {
                do throws(ScanError) {
                    return .scanFinished(job.path, .success(try job.finish(into: try ScanJob.folder(desk))))
                } catch {
                    return .scanFinished(job.path, .failure(error))
                }
            }
        ]
    }

    mutating func scanFinished(
        _ path: FieldPath, _ result: Result<[ScannedFile], ScanError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch result {
        case .success(let files):
            let added = files.flatMap { add($0.path.reversible, to: path, scanned: $0) }
            return [.clearToasts()] + added + [progressTimer()]
        case .failure(let error): return scanFailed(error, context)
        }
    }

    /// Another one may answer the next time; the pages that are there are not lost for it.
    private mutating func scanFailed(_ error: ScanError, _ context: ScreenContext) -> [Effect<Message>] {
        scanDevice = nil
        let words = SafeText(error.words.text(context.language))
        return [.clearToasts(), .toast(words, .error), .bell] + askForNextPage(context)
    }
}
