using Microsoft.EntityFrameworkCore;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Database;
using Qingdan.Platform.Files;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions.Archive;

namespace Qingdan.Records.Editions;

/// <summary>Looks whether every issued edition is as it was signed, and follows the one before it.</summary>
internal sealed class EditionsCheckup(Store store, FileStore files, SigningKeys keys) : ICheckup
{
    public async Task<CheckupReport> Look(CancellationToken cancel)
    {
        var issued = await (from f in store.Set<EditionFile>().AsNoTracking() join e in store.Set<Edition>() on f.EditionId equals e.Id where f.Round == 0 && e.State == EditionState.Issued orderby e.Number select new { File = f, e.Number }).ToListAsync(cancel);
        var (former, broken) = ("", new List<int>());
        foreach (var edition in issued)
        {
            if (!await IsSound(edition.File, former, cancel)) broken.Add(edition.Number);
            former = edition.File.ManifestDigest;
        }
        return broken.Count == 0 ? new CheckupReport("版次档案", true, "{0} 个版次的档案与签名一致。", issued.Count) : new CheckupReport("版次档案", false, "第 {0} 版的档案与签名不一致。请从备份恢复，并查明原因。", string.Join('、', broken));
    }

    private async Task<bool> IsSound(EditionFile file, string former, CancellationToken cancel)
    {
        if ((await keys.All(cancel)).FirstOrDefault(k => k.Fingerprint == file.Fingerprint) is not { } key || SigningSuite.Find(file.Suite) is not { } suite) return false;
        if (await files.Length(file.FileId, cancel) != file.Bytes) return false;
        await using var archive = files.OpenRead(file.FileId, file.Bytes);
        var verified = await VerifyArchive.Run(archive, suite, key.Pem, cancel);
        return verified.TryGet(out var manifest) && manifest.Facts.Former == former && Convert.ToHexStringLower(suite.DigestOf(manifest.Write())) == file.ManifestDigest;
    }
}
