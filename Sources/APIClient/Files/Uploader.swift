import Forms
import Models

/// Brings files of this desk to the server, in pieces, from wherever the last try ended.
///
/// A file is first read from end to end, without being kept in memory, for its hash and its kind; nothing goes out
/// before both are known, and nothing that was not hashed goes out at all. Where the connection is lost the server
/// is asked how much it has. The upload lies in the officer's sealed store until its end, so that `upload` goes on
/// after desk was restarted, too: what is gone on with is the content, wherever the file lies by then.
///
/// Everything blocks for as long as the disk takes: call it from an effect. Cancelling the task ends it soon with
/// `.api(.cancelled)`; the upload can be gone on with.
public struct Uploader: Sendable {
    public typealias Listener = @Sendable (UploadProgress) -> Void

    private let client: Client
    private let store: ActStore?
    private let pacing: Pacing

    /// For the officer who is logged in now: where another one logs in, it ends with `.unauthorised`.
    ///
    /// - Parameter store: nil where there is none; an upload then ends with desk.
    public init(client: Client, store: ActStore?, pacing: Pacing = .real) {
        self.client = client.pinned()
        self.store = store
        self.pacing = pacing
    }

    /// Sends a file, or the rest of it.
    ///
    /// - Parameters:
    ///   - types: The kinds that are wanted. The content decides; a name that says another kind is refused.
    ///   - limit: Bytes; at most `FileRule.largestBytes`, above which nothing is read.
    ///   - onProgress: Called in order, on the thread that reads.
    /// - Returns: The row of a file field.
    public func upload(
        _ path: RawPath, types: [FileType] = FileType.allCases, limit: Int = FileRule.largestBytes,
        onProgress: @escaping Listener = { _ in }
    ) async throws(TransferError) -> FileAnswer {
        let file = try Self.open(path, limit: limit)
        let (content, type) = try Self.read(file, types: types, onProgress)
        let claim = store?.claim(content.sha256)
        if store != nil, claim == nil { throw .busy }
        defer { withExtendedLifetime(claim) {} }
        var run = UploadRun(
            client: client, store: store, pacing: pacing, file: file, content: content, type: type,
            onProgress: onProgress
        )
        return try await run.toEnd()
    }

    private static func open(_ path: RawPath, limit: Int) throws(TransferError) -> SourceFile {
        do throws(FileFailure) {
            let file = try SourceFile(path)
            let most = min(limit, FileRule.largestBytes)
            guard file.size <= most else { throw FileFailure.tooLarge(size: file.size, limit: most) }
            guard file.size > 0 else { throw FileFailure.empty }
            return file
        } catch {
            throw .file(error)
        }
    }

    /// Reads the file from end to end, and looks whether it is one that is wanted.
    private static func read(
        _ file: SourceFile, types: [FileType], _ onProgress: Listener
    ) throws(TransferError) -> (SourceFile.Content, FileType) {
        let found: SourceFile.Content?
        do throws(FileFailure) {
            found = try file.read { done in
                onProgress(UploadProgress(phase: .reading, done: done, total: file.size, isKept: false))
                return !Task.isCancelled
            }
        } catch {
            throw .file(error)
        }
        guard let content = found else { throw .api(.cancelled) }
        guard let type = content.type else { throw .file(.unknownType) }
        if let claimed = TypeSniffer.claim(of: file.path.name), claimed != type {
            throw .file(.misnamed(name: claimed, content: type))
        }
        guard types.contains(type) else { throw .file(.unwantedType(type, wanted: types)) }
        return (content, type)
    }
}
