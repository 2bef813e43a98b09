/// The version that `--version` and the requests' `User-Agent` say.
enum DeskVersion {
    static let current = "0.1.0"
    static var agent: String { "desk/" + current }
}
