import Forms
import Foundation

/// Reads the files of one folder and gathers what is wrong with them, so that one run names every fault.
struct DataReader {
    let directory: String
    private(set) var faults: [TrainingDataError.Fault] = []

    init(directory: String) {
        self.directory = directory
    }

    /// The only file layout there is so far.
    static let format = 1

    mutating func file<T: Decodable>(_ name: String, _ type: T.Type) -> T? {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: directory + "/" + name)))
        } catch {
            faults.append(.init(file: name, pointer: "", message: "không đọc được tệp"))
            return nil
        }
        do throws(StrictJSONError) {
            let value = try StrictJSON.parse(bytes)
            if case .object(let members) = value, let format = members["format"], format != .int(Self.format)
            {
                faults.append(
                    .init(file: name, pointer: "/format", message: "chỉ đọc được định dạng \(Self.format)"))
                return nil
            }
            return try StrictJSON.decode(type, from: value)
        } catch {
            faults.append(.init(file: name, pointer: error.pointer, message: error.message))
            return nil
        }
    }

    /// All `.json` files of a folder, by name, each for itself.
    mutating func files<T: Decodable>(_ folder: String, _ type: T.Type) -> [T] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory + "/" + folder)
        } catch {
            faults.append(.init(file: folder, pointer: "", message: "không đọc được thư mục"))
            return []
        }
        var items: [T] = []
        for name in names.sorted() where name.hasSuffix(".json") {
            if let item = file(folder + "/" + name, type) { items.append(item) }
        }
        return items
    }
}
