using Qingdan.Platform.Database;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Catalog.Contracts;

/// <summary>A 数据项 as the catalogue describes its data.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="FieldName">Name of the column in the source system; empty when not stated.</param>
/// <param name="Type">数据类型; null when not stated, or not one of the domain.</param>
public sealed record ItemField(long Id, string Name, string FieldName, DataType? Type);

/// <summary>Tells other modules the items of a resource with what the catalogue says of their data, in their order.</summary>
public sealed class ItemFields(Store store)
{
    /// <summary>Those of one resource.</summary>
    public async Task<IReadOnlyList<ItemField>> Of(long resourceId, CancellationToken cancel) => await store.Query(
        "SELECT id, name, field_name, data_type FROM catalog_items WHERE resource_id = @id ORDER BY place",
        r => new ItemField(r.GetInt64(0), r.GetString(1), r.GetString(2), Domains.DataTypes.Read(r.GetString(3)).Value), cancel, ("id", resourceId));
}
