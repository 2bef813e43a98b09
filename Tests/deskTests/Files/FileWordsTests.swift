import APIClient
import Forms
import Testing

@testable import desk

@Suite struct FileWordsTests {
    @Test("Whatever is the matter with a file is said in both languages, each in its own words")
    func words() {
        let files: [FileFailure] = [
            .vanished, .denied, .folder, .notAFile, .empty, .tooLarge(size: 21 << 20, limit: 20 << 20),
            .shrank, .grew,
            .changed, .unknownType, .misnamed(name: .pdf, content: .png),
            .unwantedType(.text, wanted: [.pdf, .png]),
            .exists, .full, .readOnly, .otherContent, .failed(5),
        ]
        #expect(files.map(\.code) == FileFailure.allCodes)
        let phrases =
            files.map(\.words) + [TransferError.busy.words]
            + [FolderError.vanished, .denied, .notAFolder, .failed(5)].map(\.words)
            + [
                FilePreview.Failure.programMissing, .damaged, .locked, .unknownKind, .tooLarge, .noSuchPage,
                .timedOut,
                .broken(139),
            ].map(\.words)
            + [ScanError.notInstalled, .noDevice, .failed("x"), .timedOut, .nothing].map(\.words)
        for language in [Language.vi, .en] {
            #expect(Set(phrases.map { $0.text(language) }).count == phrases.count)
        }
        #expect(phrases.allSatisfy { $0.text(.vi) != $0.text(.en) })
    }

    @Test("A size is never told smaller than it is")
    func sizes() {
        #expect(Strings.Files.bytes(20 << 20) == "20 MiB" && Strings.Files.bytes((20 << 20) + 1) == "21 MiB")
        #expect(Strings.Files.bytes(1_023) == "1023 B" && Strings.Files.bytes(1_025) == "2 KiB")
    }
}
