using System.CommandLine;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Language;
using Qingdan.Platform.Signing;
using Qingdan.Records.Editions.Verbs;

namespace Qingdan.Records.Editions.Archive;

/// <summary><c>edition verify|diff|publish</c>. <c>verify</c> checks the archive of an edition with a public key; neither store nor network is needed.</summary>
internal sealed class EditionVerb(Dictionaries dictionaries) : IVerb
{
    public Command Build(VerbHost host)
    {
        var file = new Argument<FileInfo>("file") { Description = "版次档案，.tar / archive of an edition" }.AcceptExistingOnly();
        var key = new Option<FileInfo>("--key") { Description = "公钥，PEM，另行取得 / public key, PEM, fetched apart from the archive", Required = true }.AcceptExistingOnly();
        var verify = new Command("verify", "核验版次档案 / verify an edition") { file, key };
        verify.SetAction(async (parsed, cancel) =>
        {
            var t = new Translator(dictionaries);
            var pem = await File.ReadAllTextAsync(parsed.GetValue(key)!.FullName, cancel);
            // A key says of itself which suite it is of.
            var suite = SigningSuite.All.FirstOrDefault(s => s.Read(pem).Ok) ?? SigningSuite.Ecdsa;
            await using var archive = parsed.GetValue(file)!.OpenRead();
            var verified = await VerifyArchive.Run(archive, suite, pem, cancel);
            return verified.TryGet(out var manifest)
                ? host.Answer(parsed, new VerifiedAnswer(true, manifest.Facts, manifest.Lists), (answer, output) =>
                {
                    output.WriteLine(t["校验通过"]);
                    output.WriteLine($"{answer.Facts.Title}　{answer.Facts.Document}　{answer.Facts.IssuedOn}");
                    foreach (var list in answer.Lists) output.WriteLine($"{list.Title}　{list.Count}　{list.Root}");
                })
                : host.Refuse(parsed, verified.Faults, t);
        });
        return new Command("edition", "版次 / editions") { verify, new DiffEditions().Build(host), new PublishEdition().Build(host) };
    }

    private sealed record VerifiedAnswer(bool Valid, EditionFacts Facts, IReadOnlyList<ManifestList> Lists);
}
