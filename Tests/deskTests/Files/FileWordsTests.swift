import APIClient
import Forms
import Testing

@testable import desk

@Suite struct FileWordsTests {
    @Test("Whatever is the matter with a file is said in both languages")
    func words() {
        let files: [FileFailure] = [
            .vanished, .denied, .folder, .notAFile, .empty, .tooLarge(size: 21 << 20, limit: 20 << 20),
            .shrank, .grew, .changed, .unknownType, .misnamed(name: .pdf, content: .png),
            .unwantedType(.text, wanted: [.pdf, .png]), .exists, .full, .readOnly, .otherContent, .failed(5),
        ]
        #expect(files.map(\.code) == FileFailure.allCodes)
        for phrase in files.map(\.words) {
            #expect(!phrase.text(.vi).isEmpty && phrase.text(.vi) != phrase.text(.en))
        }
    }
}
