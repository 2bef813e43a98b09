import APIClient
import Forms
import Glibc

/// Scans paper by `scanimage`, where SANE has a device. Nothing of it is needed for anything else: where the program
/// or a device is missing, that is what is said.
struct PaperScanner: Sendable {
    /// How a page is scanned.
    struct Settings: Hashable, Sendable {
        /// PDF, PNG or JPEG.
        var type = FileType.pdf
        /// Dots an inch; nil leaves it to the device.
        var resolution: Int? = 200
        /// As the device names it, e.g. `Color` or `Gray`; nil leaves it to the device.
        var mode: String?
    }

    /// Seconds to look for devices, those of the network included.
    static let looking = 30
    /// Seconds for a page: lamps warm up, and fine resolutions take minutes.
    static let scanning = 240
    /// Seconds that `scanimage` gets to park the head when it is told to stop.
    static let parking = 5

    /// Finds a program; tests give their own.
    var find: @Sendable (String) -> String? = { Executable.find($0, beside: nil) }
    /// Seconds in place of `scanning`.
    var patience = scanning

    /// The scanners there are; at least one.
    func devices() async throws(ScanError) -> [ScanDevice] {
        let outcome = try await run(["-f", ScanDevice.format], seconds: Self.looking)
        guard outcome.code == 0 else { throw .failed(Self.complaint(outcome)) }
        let devices = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
            .compactMap { ScanDevice(line: $0) }
        guard !devices.isEmpty else { throw .noDevice }
        return devices
    }

    /// Scans one page.
    ///
    /// - Parameters:
    ///   - device: `ScanDevice.id`.
    ///   - folder: An absolute path; the page gets a folder of its own in it.
    func scan(
        _ device: String, _ settings: Settings = Settings(), into folder: String
    ) async throws(ScanError) -> ScannedFile {
        let file = try Self.makePlace(for: settings.type, in: folder)
        do {
            try await fill(file, from: device, settings)
            return file
        } catch {
            file.remove()
            throw error
        }
    }

    private func fill(
        _ file: ScannedFile, from device: String, _ settings: Settings
    ) async throws(ScanError) {
        // Joined by "=", so that nothing a device is called can be an option.
        var arguments = [
            "--device-name=" + device, "--format=" + settings.type.rawValue,
            "--output-file=" + file.path.text,
        ]
        if let resolution = settings.resolution { arguments.append("--resolution=\(resolution)") }
        if let mode = settings.mode { arguments.append("--mode=" + mode) }
        let outcome = try await run(arguments, seconds: patience)
        guard outcome.code == 0 else { throw .failed(Self.complaint(outcome)) }
        var status = stat()
        guard file.path.withCString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size > 0
        else { throw .nothing }
        let limit = FileRule.largestBytes
        guard status.st_size <= limit else { throw .tooLarge(size: Int(status.st_size), limit: limit) }
        guard file.path.withCString({ chmod($0, 0o600) }) == 0 else { throw .file(FileFailure(errno: errno)) }
    }

    private func run(_ arguments: [String], seconds: Int) async throws(ScanError) -> ChildProcess.Outcome {
        guard let program = find("scanimage") else { throw .notInstalled }
        let outcome = await ChildProcess.run(
            program, arguments: arguments, input: .bytes([]), longestOutput: 1 << 20, seconds: seconds,
            grace: Self.parking)
        guard let outcome else { throw .notInstalled }
        if outcome.isCancelled { throw .cancelled }
        if outcome.isTimedOut { throw .timedOut }
        return outcome
    }

    /// The last line: before it come notes and the progress.
    private static func complaint(_ outcome: ChildProcess.Outcome) -> String {
        outcome.complaint.split(whereSeparator: \.isNewline).last.map(String.init)
            ?? "scanimage: \(outcome.code)"
    }

    /// A place for a file in a folder that only this user can enter.
    static func makePlace(for type: FileType, in folder: String) throws(ScanError) -> ScannedFile {
        var template = Array((folder + "/scan-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .file(FileFailure(errno: errno)) }
        let made = RawPath(template.dropLast().map(UInt8.init(bitPattern:)))
        let ending = type == .jpeg ? "jpg" : type.rawValue
        guard let made, let path = made.appending("scan.\(ending)".utf8) else { throw .file(.folder) }
        return ScannedFile(path: path, folder: made)
    }
}
