/**
 * The PostgreSQL names that the guard knows. What is not in these lists is refused.
 *
 * `stableFunctions` was taken from the catalog of a PostgreSQL 15 server: every function of `pg_catalog` with no
 * volatile variant, without pseudo-types that SQL can't pass (internal, cstring, trigger, handlers) and without the
 * functions behind operators, aggregates, operator classes, conversions and types. It was then read through, and
 * functions that run queries given as text (`*_to_xml`), assign a transaction id (`txid_current`) or serve event
 * triggers were removed. The other lists were added by hand after reading what each function does.
 */
import { words } from './verdict';

// From the catalog, see above.
const stableFunctions = words(`
  abbrev abs acldefault aclexplode acos acosd acosh age area array_agg array_dims array_fill array_length
  array_lower array_ndims array_position array_positions array_remove array_replace array_to_json
  array_to_string array_to_tsvector array_upper ascii asin asind asinh atan atan2 atan2d atand atanh avg bit
  bit_and bit_count bit_length bit_or bit_xor bool bool_and bool_or box bpchar broadcast btrim cardinality cbrt
  ceil ceiling center char char_length character_length chr cidr circle col_description concat concat_ws convert
  convert_from convert_to corr cos cosd cosh cot cotd count covar_pop covar_samp cume_dist current_database
  current_schema current_schemas current_setting current_user date date_bin date_part date_trunc datemultirange
  daterange decode degrees dense_rank diagonal diameter div encode enum_first enum_last enum_range every exp
  extract factorial family first_value float4 float8 floor format format_type gcd generate_series
  generate_subscripts get_bit get_byte get_current_ts_config getdatabaseencoding getpgusername
  has_any_column_privilege has_column_privilege has_database_privilege has_foreign_data_wrapper_privilege
  has_function_privilege has_language_privilege has_parameter_privilege has_schema_privilege
  has_sequence_privilege has_server_privilege has_table_privilege has_tablespace_privilege has_type_privilege
  height host hostmask inet_client_addr inet_client_port inet_server_addr inet_server_port initcap int2 int4
  int4multirange int4range int8 int8multirange int8range interval is_normalized isclosed isempty isfinite
  ishorizontal isopen isparallel isperp isvertical json_agg json_array_elements json_array_elements_text
  json_array_length json_build_array json_build_object json_each json_each_text json_object json_object_agg
  json_object_keys json_strip_nulls json_to_record
  json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_array_elements jsonb_array_elements_text
  jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text jsonb_exists jsonb_insert
  jsonb_object jsonb_object_agg jsonb_object_keys jsonb_path_exists jsonb_path_exists_tz jsonb_path_match
  jsonb_path_match_tz jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first
  jsonb_path_query_first_tz jsonb_path_query_tz jsonb_pretty
  jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset jsonb_to_tsvector jsonb_typeof
  justify_days justify_hours justify_interval lag last_value lcm lead left length like like_escape line ln log
  log10 lower lower_inc lower_inf lpad lseg ltrim macaddr macaddr8 make_date make_interval make_time
  make_timestamp make_timestamptz makeaclitem masklen max md5 min min_scale mod mode money multirange mxid_age
  name netmask network normalize notlike now npoints nth_value ntile num_nonnulls num_nulls numeric
  nummultirange numnode numrange obj_description octet_length oid oidvectortypes overlaps overlay parse_ident
  path pclose percent_rank percentile_cont percentile_disc pg_available_extension_versions
  pg_available_extensions pg_backend_pid pg_char_to_encoding pg_client_encoding pg_collation_for
  pg_collation_is_visible pg_column_compression pg_column_is_updatable pg_column_size pg_conf_load_time
  pg_config pg_conversion_is_visible pg_current_snapshot pg_current_xact_id_if_assigned pg_cursor
  pg_describe_object pg_encoding_max_length pg_encoding_to_char pg_extension_update_paths pg_filenode_relation
  pg_function_is_visible pg_get_catalog_foreign_keys pg_get_constraintdef pg_get_expr
  pg_get_function_arg_default pg_get_function_arguments pg_get_function_identity_arguments
  pg_get_function_result pg_get_function_sqlbody pg_get_functiondef pg_get_indexdef pg_get_keywords
  pg_get_object_address pg_get_partition_constraintdef pg_get_partkeydef pg_get_publication_tables
  pg_get_replica_identity_index pg_get_replication_slots pg_get_ruledef pg_get_serial_sequence
  pg_get_statisticsobjdef pg_get_statisticsobjdef_columns pg_get_statisticsobjdef_expressions pg_get_triggerdef
  pg_get_userbyid pg_get_viewdef pg_has_role pg_identify_object pg_identify_object_as_address
  pg_index_column_has_property pg_index_has_property pg_indexam_has_property pg_indexam_progress_phasename
  pg_is_other_temp_schema pg_listening_channels pg_lsn pg_mcv_list_items pg_my_temp_schema pg_opclass_is_visible
  pg_operator_is_visible pg_opfamily_is_visible pg_options_to_table pg_partition_root pg_postmaster_start_time
  pg_prepared_statement pg_relation_filenode pg_relation_filepath pg_relation_is_publishable
  pg_relation_is_updatable pg_sequence_parameters pg_settings_get_flags
  pg_show_all_settings pg_size_bytes pg_size_pretty pg_snapshot_xip pg_snapshot_xmax pg_snapshot_xmin
  pg_stat_get_activity pg_stat_get_analyze_count pg_stat_get_archiver pg_stat_get_autoanalyze_count
  pg_stat_get_autovacuum_count pg_stat_get_backend_activity pg_stat_get_backend_activity_start
  pg_stat_get_backend_client_addr pg_stat_get_backend_client_port pg_stat_get_backend_dbid
  pg_stat_get_backend_idset pg_stat_get_backend_pid pg_stat_get_backend_start pg_stat_get_backend_userid
  pg_stat_get_backend_wait_event pg_stat_get_backend_wait_event_type pg_stat_get_backend_xact_start
  pg_stat_get_bgwriter_buf_written_checkpoints pg_stat_get_bgwriter_buf_written_clean
  pg_stat_get_bgwriter_maxwritten_clean pg_stat_get_bgwriter_requested_checkpoints
  pg_stat_get_bgwriter_stat_reset_time pg_stat_get_bgwriter_timed_checkpoints pg_stat_get_blocks_fetched
  pg_stat_get_blocks_hit pg_stat_get_buf_alloc pg_stat_get_buf_fsync_backend pg_stat_get_buf_written_backend
  pg_stat_get_checkpoint_sync_time pg_stat_get_checkpoint_write_time pg_stat_get_db_active_time
  pg_stat_get_db_blk_read_time pg_stat_get_db_blk_write_time pg_stat_get_db_blocks_fetched
  pg_stat_get_db_blocks_hit pg_stat_get_db_checksum_failures pg_stat_get_db_checksum_last_failure
  pg_stat_get_db_conflict_all pg_stat_get_db_conflict_bufferpin pg_stat_get_db_conflict_lock
  pg_stat_get_db_conflict_snapshot pg_stat_get_db_conflict_startup_deadlock pg_stat_get_db_conflict_tablespace
  pg_stat_get_db_deadlocks pg_stat_get_db_idle_in_transaction_time pg_stat_get_db_numbackends
  pg_stat_get_db_session_time pg_stat_get_db_sessions pg_stat_get_db_sessions_abandoned
  pg_stat_get_db_sessions_fatal pg_stat_get_db_sessions_killed pg_stat_get_db_stat_reset_time
  pg_stat_get_db_temp_bytes pg_stat_get_db_temp_files pg_stat_get_db_tuples_deleted
  pg_stat_get_db_tuples_fetched pg_stat_get_db_tuples_inserted pg_stat_get_db_tuples_returned
  pg_stat_get_db_tuples_updated pg_stat_get_db_xact_commit pg_stat_get_db_xact_rollback pg_stat_get_dead_tuples
  pg_stat_get_function_calls pg_stat_get_function_self_time pg_stat_get_function_total_time
  pg_stat_get_ins_since_vacuum pg_stat_get_last_analyze_time pg_stat_get_last_autoanalyze_time
  pg_stat_get_last_autovacuum_time pg_stat_get_last_vacuum_time pg_stat_get_live_tuples
  pg_stat_get_mod_since_analyze pg_stat_get_numscans pg_stat_get_progress_info pg_stat_get_replication_slot
  pg_stat_get_slru pg_stat_get_snapshot_timestamp pg_stat_get_subscription pg_stat_get_subscription_stats
  pg_stat_get_tuples_deleted pg_stat_get_tuples_fetched pg_stat_get_tuples_hot_updated
  pg_stat_get_tuples_inserted pg_stat_get_tuples_returned pg_stat_get_tuples_updated pg_stat_get_vacuum_count
  pg_stat_get_wal pg_stat_get_wal_receiver pg_stat_get_wal_senders pg_statistics_obj_is_visible
  pg_table_is_visible pg_tablespace_databases pg_tablespace_location pg_timezone_abbrevs pg_timezone_names
  pg_trigger_depth pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible
  pg_ts_template_is_visible pg_type_is_visible pg_typeof pg_visible_in_snapshot pg_wal_lsn_diff pg_walfile_name
  pg_walfile_name_offset phraseto_tsquery pi plainto_tsquery point polygon popen position pow power querytree
  quote_ident quote_literal quote_nullable radians radius range_agg range_intersect_agg range_merge rank
  regclass regexp_count regexp_instr regexp_like regexp_match regexp_matches regexp_replace
  regexp_split_to_array regexp_split_to_table regexp_substr regr_avgx regr_avgy regr_count regr_intercept
  regr_r2 regr_slope regr_sxx regr_sxy regr_syy repeat replace reverse right round row_number
  row_security_active row_to_json rpad rtrim scale session_user set_bit set_byte set_masklen setweight sha224
  sha256 sha384 sha512 shobj_description sign similar_escape similar_to_escape sin sind sinh slope split_part
  sqrt starts_with statement_timestamp stddev stddev_pop stddev_samp string_agg string_to_array string_to_table
  strip strpos substr substring sum tan tand tanh text time timestamp timestamptz timetz timezone to_ascii
  to_char to_date to_hex to_json to_jsonb to_number to_regclass to_regcollation to_regnamespace to_regoper
  to_regoperator to_regproc to_regprocedure to_regrole to_regtype to_timestamp to_tsquery to_tsvector
  transaction_timestamp translate trim_array trim_scale trunc ts_debug ts_delete ts_filter ts_headline ts_lexize
  ts_parse ts_rank ts_rank_cd ts_token_type tsmultirange tsquery_phrase tsrange tstzmultirange tstzrange
  tsvector_to_array txid_current_if_assigned txid_current_snapshot txid_snapshot_xip txid_snapshot_xmax
  txid_snapshot_xmin txid_visible_in_snapshot unistr unnest upper upper_inc upper_inf var_pop var_samp varbit
  varchar variance version websearch_to_tsquery width width_bucket xml xml_is_well_formed
  xml_is_well_formed_content xml_is_well_formed_document xmlagg xmlcomment xmlexists xpath xpath_exists
`);
// Marked volatile because their answer changes, but they only look.
const volatileFunctions = words(`
  clock_timestamp current_query gen_random_uuid pg_blocking_pids pg_collation_actual_version
  pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system pg_current_logfile
  pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn pg_database_collation_actual_version
  pg_database_size pg_get_multixact_members pg_get_wal_replay_pause_state pg_get_wal_resource_managers
  pg_hba_file_rules pg_ident_file_mappings pg_indexes_size pg_is_in_recovery pg_is_wal_replay_paused
  pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn
  pg_last_xact_replay_timestamp pg_lock_status pg_notification_queue_usage pg_partition_ancestors
  pg_partition_tree pg_prepared_xact pg_relation_size 
  pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_show_all_file_settings
  pg_show_replication_origin_status pg_stat_get_recovery_prefetch pg_stat_have_stats pg_table_size
  pg_tablespace_size pg_total_relation_size pg_xact_commit_timestamp pg_xact_commit_timestamp_origin
  pg_xact_status random timeofday txid_status
`);
// Behind operators, yet called by name, too.
const operatorFunctions = words(`
  array_append array_cat array_prepend hashtext hashtextextended inet_merge inet_same_family json_extract_path
  json_extract_path_text jsonb_concat jsonb_contains jsonb_delete jsonb_exists_all jsonb_exists_any
  jsonb_extract_path jsonb_extract_path_text range_adjacent range_contains range_overlaps ts_match_vq
  tsquery_and tsquery_not tsquery_or tsvector_concat
`);
// Newer than PostgreSQL 15.
const newerFunctions = words(`
  any_value array_reverse array_sample array_shuffle array_sort casefold crc32 crc32c date_add date_subtract erf
  erfc gamma has_largeobject_privilege icu_unicode_version json_agg_strict json_object_agg_strict
  json_object_agg_unique json_object_agg_unique_strict jsonb_agg_strict jsonb_object_agg_strict
  jsonb_object_agg_unique jsonb_object_agg_unique_strict lgamma pg_available_wal_summaries pg_basetype
  pg_column_toast_chunk_id pg_get_acl pg_get_loaded_modules pg_get_sequence_data pg_get_wal_summarizer_state
  pg_numa_available pg_split_walfile_name pg_stat_get_backend_io pg_stat_get_backend_subxact
  pg_stat_get_checkpointer_num_requested pg_stat_get_checkpointer_num_timed pg_stat_get_io pg_stat_get_lastscan
  random_normal system_user to_bin to_oct to_regtypemod unicode_assigned unicode_version uuid_extract_timestamp
  uuid_extract_version uuidv4 uuidv7 xmltext
`);
export const allowedFunctions: ReadonlySet<string> = new Set([
  ...stableFunctions,
  ...volatileFunctions,
  ...operatorFunctions,
  ...newerFunctions,
]);

/**
 * Functions that are known and refused, with the reason in words. Only the wording depends on this list when a function
 * is called; in the notation `row.function` it is what tells a function from a column (see `postgresql-tree.ts`).
 */
export const refusedFunctions: readonly (readonly [RegExp, string])[] = [
  [/^pg_(read_(binary_)?file(_old)?|stat_file|file_(read|length))$/, 'reads files on the server'],
  [/^pg_(ls_\w+|logdir_ls)$/, 'lists directories on the server'],
  [/^pg_file_\w+$/, 'writes files on the server'],
  [
    /^(lo_(close|creat|create|export|from_bytea|get|import|lseek|lseek64|open|put)|loread|lowrite)$/,
    'uses large objects',
  ],
  [/^lo_(tell|tell64|truncate|truncate64|unlink|manage)$/, 'uses large objects'],
  [/^dblink(_\w+)?$/, 'sends queries to another server'],
  [/^(postgres_fdw_\w+|http_(get|post|put|patch|delete|head))$/, 'reaches other systems over the network'],
  [
    /^(query|cursor|table|schema|database)_to_xml(schema|_and_xmlschema)?$/,
    'runs a query or reads a table that is given as text',
  ],
  [/^(ts_stat|ts_rewrite|crosstab\w*|connectby|xpath_table)$/, 'runs a query that is given as text'],
  [/^(pg_input_is_valid|pg_input_error_info)$/, 'runs the input function of a type that is given as text'],
  [/^(nextval|setval|currval|lastval)$/, 'uses a sequence, which it may advance'],
  [/^set_config$/, 'changes a setting of the session'],
  [/^setseed$/, 'changes the state of the session'],
  [/^pg_sleep(_\w+)?$/, 'makes the server wait'],
  [/^pg_(try_)?advisory_\w+$/, 'takes or releases locks'],
  [/^pg_(terminate|cancel)_backend$/, "ends another session's work"],
  [/^(pg_notify|pg_logical_emit_message)$/, 'sends messages to other sessions or servers'],
  [/^(txid_current|pg_current_xact_id)$/, 'assigns a transaction id, which is written'],
  [/^pg_export_snapshot$/, 'shares a snapshot, which is written to a file'],
  [
    /^pg_stat_(reset\w*|clear_snapshot|force_next_flush|statements_reset)$/,
    "resets or flushes the server's statistics",
  ],
  [/^pg_(create|drop|copy)_\w*(slot|point)$/, 'creates or removes replication slots or restore points'],
  [/^pg_(replication_(slot|origin)_\w+|logical_slot_\w+|sync_replication_slots)$/, 'changes the state of replication'],
  [/^pg_(reload_conf|rotate_logfile\w*|log_\w+|promote|switch_(wal|xlog))$/, 'gives orders to the server'],
  [/^pg_(wal_replay_\w+|backup_\w+|start_backup|stop_backup)$/, 'gives orders to the server'],
  [/^(binary_upgrade_\w+|pg_import_system_collations|pg_extension_config_dump|pg_nextoid)$/, 'changes the catalog'],
  [/^(pg_stop_making_pinned_objects|pg_(clear|restore)_\w+_stats|pg_set_\w+_stats)$/, 'changes the catalog'],
  [/^(brin_\w+|gin_clean_pending_list|amvalidate)$/, 'maintains indexes'],
];

/** Types of `pg_catalog` whose input and conversion functions only compute. */
export const allowedTypes = words(`
  aclitem bit bool box bpchar bytea char cid cidr circle date datemultirange daterange float4 float8 inet int2
  int2vector int4 int4multirange int4range int8 int8multirange int8range interval json jsonb jsonpath line lseg
  macaddr macaddr8 money name numeric nummultirange numrange oid oidvector path pg_lsn pg_snapshot point polygon
  regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc regprocedure regrole
  regtype text tid time timestamp timestamptz timetz tsmultirange tsquery tsrange tstzmultirange tstzrange
  tsvector txid_snapshot uuid varbit varchar xid xid8 xml
`);

/** The operators of `pg_catalog`; none of them calls a volatile function. */
export const allowedOperators = words(`
  !! !~ !~* !~~ !~~* # ## #- #> #>> % & && &< &<| &> * *< *<= *<> *= *> *>= + - -> ->> -|- / < <-> << <<= <<| <=
  <> <@ <^ = > >= >> >>= >^ ? ?# ?& ?- ?-| ?| ?|| @ @-@ @> @? @@ @@@ ^ ^@ | |&> |/ |>> || ||/ ~ ~* ~<=~ ~<~ ~=
  ~>=~ ~>~ ~~ ~~*
`);

/** Columns that functions of `pg_catalog` return, as in `(aclexplode(relacl)).grantee`. */
export const functionColumns = words(`
  abbrev access active active_pid address address_args address_names alias allocated_size application_name
  applied apply_error_count archived_count attrs auth_method backend_start backend_type backend_xid backend_xmin
  backup_end_lsn backup_start_lsn baredesc barelabel base_frequency blks_exists blks_hit blks_read blks_written
  blks_zeroed block_distance blocks_per_segment boot_val bytes_per_wal_segment cache_size catalog_version_no
  catalog_xmin catcode catdesc category change checkpoint_lsn checkpoint_time classid client_addr client_hostname
  client_port command command_tag comment confirmed_flush_lsn conninfo context creation creation_time
  custom_plans cycle_option data data_page_checksum_version data_type database database_block_size datid datoid
  dbid default_version description dictionaries dictionary end_lsn end_of_backup_record_required enumvals error
  external_id extra_desc failed_count fastpath file_name file_offset fkcols fktable float8_pass_by_value
  flush_lag flush_lsn flushed_lsn flushes free_bytes free_chunks frequency from_sql full_page_writes
  generic_plans gid granted grantee grantor gss_auth gss_enc gss_princ hit ident identity in_extension increment
  index io_depth is_array is_binary is_dst is_grantable is_holdable is_opt is_scrollable is_temporary isdir
  isleaf key labelfile large_object_chunk_size last_archived_time last_archived_wal last_failed_time
  last_failed_wal last_msg_receipt_time last_msg_send_time latest_end_lsn latest_end_time leader_pid level lexeme
  lexemes line_number local_id local_lsn locktype lsn map_name max_data_alignment max_identifier_length
  max_index_columns max_toast_chunk_size max_val maximum_value min_recovery_end_lsn min_recovery_end_timeline
  min_val minimum_value mode modification name ndoc nentry netmask newest_commit_ts_xid next_multi_offset
  next_multixact_id next_oid next_xid normal nulls object_args object_identity object_name object_names
  object_type objid objsubid off oid oldest_active_xid oldest_commit_ts_xid oldest_multi_dbid oldest_multi_xid
  oldest_xid oldest_xid_dbid option_name option_value options original ownerid page param1 param10 param11
  param12 param13 param14 param15 param16 param17 param18 param19 param2 param20 param3 param4 param5 param6
  param7 param8 param9 parameter_types parent parentrelid path pending_restart pg_control_last_modified
  pg_control_version pg_username pid pkcols pktable plugin positions prefetch prepare_time prepared
  prev_timeline_id privilege_type qual query query_id query_start receive_start_lsn receive_start_tli
  received_lsn received_tli redo_lsn redo_wal_file relation relid relocatable remote_lsn replay_lag replay_lsn
  reply_time requires reset_val restart_lsn rm_builtin rm_id rm_name roident safe_wal_size schema schema_name
  sender_host sender_port sent_lsn seqno setting short_desc size skip_fpw skip_init skip_new skip_rep slot_name
  slot_type source sourcefile sourceline spcmapfile spill_bytes spill_count spill_txns ssl ssl_client_dn
  ssl_client_serial ssl_issuer_dn sslbits sslcipher sslversion start_value state state_change statement
  stats_reset status stream_bytes stream_count stream_txns subid superuser sync_error_count sync_priority
  sync_state sys_name system_identifier target temporary timeline_id timestamp token tokid total_bytes
  total_nblocks total_txns transaction transactionid truncates trusted tuple two_phase type unit used_bytes
  user_name usesysid utc_offset value values vartype version virtualtransaction virtualxid wait_event
  wait_event_type waitstart wal_block_size wal_buffers_full wal_bytes wal_distance wal_fpi wal_records wal_status
  wal_sync wal_sync_time wal_write wal_write_time weights word write_lag write_lsn written_lsn xact_start xid xmin
  x n ordinality
`);
