using Qingdan.Catalog.Contracts;
using Qingdan.Platform.CommandLine;
using Qingdan.Platform.Identity;
using Qingdan.Standards.Contracts;

namespace Qingdan.Exchange.Mounts;

/// <summary>示例市's mounts: drafts, since no provider answers at their addresses.</summary>
internal sealed class MountDemo(PublishedCatalog catalog, ItemFields fields, SaveMount save) : IDemoPart
{
    private const int Rows = 4;

    public int Order => 70;

    public async Task Load(TextWriter output, CancellationToken cancel)
    {
        var made = 0;
        var resources = new List<PublishedResource>();
        await foreach (var resource in catalog.Read(null, cancel))
        {
            if (resource.Items.Count >= 3 && resources.TrueForAll(r => r.ProviderId != resource.ProviderId)) resources.Add(resource);
            if (resources.Count == Rows) break;
        }
        foreach (var resource in resources)
        {
            var items = await fields.Of(resource.Id, cancel);
            var keeper = new Actor(0, "王敏", resource.ProviderId, "", new HashSet<string> { Roles.Liaison });
            var draft = new MountDraft
            {
                Name = $"{resource.Name}查询服务", Address = "https://api.example.invalid", Path = $"/v1/resources/{++made}", Rows = "$.data.list[*]", Credential = nameof(CredentialKind.Header), CredentialName = "X-Api-Key", Secret = "not-a-real-key",
                DateHeader = "Last-Modified", Items = [.. items.Select((i, place) => new MountItemDraft(i.Id, i.FieldName.Length > 0 ? $"['{i.FieldName}']" : $"field{place + 1}"))], Parameters = [new("page", "1"), new("key", "示例", true, items[0].Id, true)],
            };
            _ = (await save.Run(0, 0, resource.Id, draft, keeper, cancel)).Value;
        }
        await output.WriteLineAsync($"挂接 mounts: {made}，草稿");
    }
}
