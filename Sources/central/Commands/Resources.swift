import Foundation

/// Finds the files that central needs beside its program: the training data and openapi.yaml.
struct Resources: Sendable {
    let folder: URL

    /// In `folder` where one is given; else in the bundle beside the executable, or in `../share/desk`.
    init(folder: String?) throws {
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let beside = Self.executable ?? program
        var places = [
            beside.deletingLastPathComponent().appending(path: "desk_central.resources"),
            beside.deletingLastPathComponent().appending(path: "../share/desk"),
        ]
        if let folder { places = [URL(filePath: folder)] }
        let found = places.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "openapi.yaml").path)
        }
        guard let found else {
            throw Refusal(
                .unavailable,
                "Không tìm thấy openapi.yaml và dữ liệu tập huấn ở \(places.map(\.path).joined(separator: ", ")). "
                    + "Hãy chỉ thư mục bằng --data.")
        }
        self.folder = found
    }

    var trainingData: URL { folder.appending(path: "Data") }

    func description() throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "openapi.yaml")))
    }

    private static var executable: URL? {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
            URL(filePath: $0)
        }
    }
}
