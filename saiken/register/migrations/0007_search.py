import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_persons'),
    ]

    operations = [
        migrations.AddField(
            model_name='casefile',
            name='further_claims',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.CreateModel(
            name='ObligorOffice',
            fields=[
                ('pk', models.CompositePrimaryKey('obligor_id', 'office_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='register.obligor')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='obligors', to='register.office')),
            ],
            options={
                'indexes': [models.Index(fields=['office', 'obligor'], name='obligor_office_by_office')],
            },
        ),
        migrations.CreateModel(
            name='SearchGram',
            fields=[
                ('pk', models.CompositePrimaryKey('gram', 'obligor_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('gram', models.CharField(max_length=40)),
                ('obligor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grams', to='register.obligor')),
            ],
        ),
    ]
