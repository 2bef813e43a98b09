/// Why a file did not get to the server, or from it.
public enum TransferError: Error, Hashable, Sendable {
    /// Something about the file at this desk.
    case file(FileFailure)
    /// The server or the way to it. An upload can be gone on with unless the server refused it.
    case api(APIError)
    /// The same content is on its way already, from here or from another desk of the officer.
    case busy

    /// Stable, for `Strings`, logs and tests.
    public var code: String {
        switch self {
        case .file(let failure): failure.code
        case .api(let error): error.code
        case .busy: "upload_busy"
        }
    }
}
