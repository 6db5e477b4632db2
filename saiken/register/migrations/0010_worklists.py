import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0009_approvals'),
    ]

    operations = [
        migrations.CreateModel(
            name='BulkRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('key', models.CharField(max_length=36, unique=True)),
                ('kind', models.CharField(max_length=60)),
                ('list_id', models.CharField(max_length=40)),
                ('on', models.DateField()),
                ('form', models.JSONField(default=dict)),
                ('conditions', models.JSONField(default=dict)),
                ('state', models.CharField(default='prepared', max_length=20)),
                ('persons', models.PositiveIntegerField(default=0)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('undo_until', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('carried_on_by', models.CharField(blank=True, default='', max_length=150)),
                ('worker', models.CharField(blank=True, default='', max_length=80)),
                ('held_until', models.DateTimeField(blank=True, null=True)),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bulk_runs', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='BulkRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('claim_ids', models.JSONField(default=list)),
                ('yen', models.BigIntegerField(default=0)),
                ('state', models.CharField(default='waiting', max_length=20)),
                ('reason', models.CharField(blank=True, default='', max_length=500)),
                ('made', models.JSONField(default=dict)),
                ('act', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bulk_row', to='register.act')),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='bulk_rows', to='register.obligor')),
                ('run', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='register.bulkrun')),
            ],
        ),
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('name', models.CharField(max_length=80)),
                ('list_id', models.CharField(max_length=40)),
                ('conditions', models.JSONField(default=dict)),
                ('office', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='saved_searches', to='register.office')),
            ],
        ),
        migrations.CreateModel(
            name='WorkItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list_id', models.CharField(max_length=40)),
                ('fiscal_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('state_id', models.CharField(blank=True, default='', max_length=3)),
                ('since_on', models.DateField()),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('due_on', models.DateField()),
                ('yen', models.BigIntegerField()),
                ('held', models.CharField(blank=True, default='', max_length=20)),
                ('why', models.CharField(max_length=500)),
                ('claim', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to='register.claim')),
                ('obligor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to='register.obligor')),
                ('office', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to='register.office')),
                ('receivable', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='work_items', to='register.receivable')),
            ],
        ),
        migrations.AddIndex(
            model_name='bulkrun',
            index=models.Index(fields=['office', '-id'], name='bulk_run_of_office'),
        ),
        migrations.AddIndex(
            model_name='bulkrun',
            index=models.Index(fields=['state', 'id'], name='bulk_run_by_state'),
        ),
        migrations.AddConstraint(
            model_name='bulkrun',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['finished', 'interrupted', 'prepared', 'running', 'taking_back', 'undone'])), name='bulk_run_state'),
        ),
        migrations.AddConstraint(
            model_name='bulkrun',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', ''), _negated=True), models.Q(('key', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='bulk_run_by_somebody'),
        ),
        migrations.AddIndex(
            model_name='bulkrow',
            index=models.Index(fields=['run', 'state', 'id'], name='bulk_row_of_run'),
        ),
        migrations.AddConstraint(
            model_name='bulkrow',
            constraint=models.UniqueConstraint(fields=('run', 'obligor'), name='bulk_row_once'),
        ),
        migrations.AddConstraint(
            model_name='bulkrow',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['carried_out', 'excluded', 'refused', 'taken_back', 'waiting'])), name='bulk_row_state'),
        ),
        migrations.AddIndex(
            model_name='savedsearch',
            index=models.Index(fields=['recorded_by', 'id'], name='saved_search_of_person'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('list_id', ''), _negated=True), models.Q(('recorded_by', ''), _negated=True)), name='saved_search_named'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.UniqueConstraint(fields=('recorded_by', 'name'), name='saved_search_once'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(fields=['list_id', 'office', 'from_on', 'until_on', 'id', 'receivable'], name='work_item_by_day'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(fields=['list_id', 'office', '-yen', 'id'], name='work_item_by_yen'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(fields=['obligor', 'list_id'], name='work_item_of_obligor'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(fields=['receivable', 'office'], name='work_item_of_receivable'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(fields=['state_id', 'fiscal_year'], name='work_item_of_state'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(fields=['fiscal_year'], name='work_item_of_year'),
        ),
        migrations.AddIndex(
            model_name='workitem',
            index=models.Index(condition=models.Q(('held', ''), _negated=True), fields=['list_id', 'office', 'since_on'], name='work_item_held'),
        ),
        migrations.AddConstraint(
            model_name='workitem',
            constraint=models.CheckConstraint(condition=models.Q(('since_on__lte', models.F('from_on')), ('since_on__lt', models.F('until_on'))), name='work_item_days'),
        ),
        migrations.AddConstraint(
            model_name='workitem',
            constraint=models.CheckConstraint(condition=models.Q(('list_id', ''), _negated=True), name='work_item_listed'),
        ),
    ]
